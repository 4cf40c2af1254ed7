# Not yet reviewed by a native speaker.
people-no-name = មិនបានឱ្យឈ្មោះ
