-- Somebody can be put on the block list by hand, and then it says why; who came there by an erasure is explained by its
-- request (rule 10.3).
alter table block_list add column reason text check (length(reason) between 1 and 500);
alter table block_list add constraint explained check (request_id is not null or reason is not null);
