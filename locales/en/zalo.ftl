# Sent in Zalo, which carries no files. $file: its name
zalo-file-elsewhere = Zalo does not carry the file { $file }. It can be had on Telegram or the website, with the same command.
