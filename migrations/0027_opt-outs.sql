CREATE TABLE "opt_outs" (
	"address_key" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
