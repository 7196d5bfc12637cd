-- By which name an officer comes in from the force's own sign-in (OpenID Connect), and as whom that was the first time: a name that the force
-- gives to somebody else later opens nothing.
alter table officer add column sign_in_name text, add column sign_in_issuer text, add column sign_in_subject text;
create index officer_sign_in_name on officer (force, sign_in_name) where sign_in_name is not null;
