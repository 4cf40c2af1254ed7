# Not yet reviewed by a native speaker.
person-age-about = نحو { $age }
certainty-estimated = تقديري
certainty-month = اليوم غير معروف
certainty-year = السنة وحدها معروفة
certainty-either = قد يكون اليوم والشهر معكوسين
case-back = العودة إلى
case-unknown = غير معروف
