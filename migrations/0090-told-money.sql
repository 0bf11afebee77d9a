-- Invoices and payments that another system tells of: of two words about one the later holds, whichever comes first.
alter table receivable add column told_at timestamptz;
alter table payment add column told_at timestamptz;
