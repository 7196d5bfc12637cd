-- Losses of personal data (docs/formats/loss.md): events are added and never changed. They belong to no case and go with none.
create table loss_event (
  force text not null,
  loss text not null,
  number bigint not null,
  kind text not null,
  event text not null,
  primary key (force, loss, number)
);
