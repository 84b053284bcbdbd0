-- How many mails in a row the mail server refused because there is no such address
ALTER TABLE "accounts" ADD COLUMN "mailRefusals" INTEGER NOT NULL DEFAULT 0;
