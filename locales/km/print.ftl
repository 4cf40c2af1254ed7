# Not yet reviewed by a native speaker.
print-keep = សូមរក្សាកាតនេះ។ ពេលទូរស័ព្ទមក សូមប្រាប់លេខនេះ។
print-call = ទូរស័ព្ទ
print-qr = រូបនៃលេខនេះ

print-title = កាតសម្រាប់បោះពុម្ព
print-how = បោះពុម្ពតែកាតប៉ុណ្ណោះ៖ ទំហំប៉ុនកាតធនាគារ ឬលើក្រដាស A6 សម្រាប់កាត់។
print-language = ភាសានៃកាត
print-show = បង្ហាញ
print-print = បោះពុម្ព
print-back = ត្រឡប់ទៅករណី
print-next = អ្នកបន្ទាប់
