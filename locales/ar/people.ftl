# Not yet reviewed by a native speaker.
people-no-name = لم يُذكر اسم
