-- Whether an order was worked out by other rows of law is asked at every look: the ends of this index tell it.
create index order_view_rule_version on order_view (force, rule_version);
