create table begun (day date not null);
