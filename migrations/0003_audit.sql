CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who_kind" text NOT NULL,
	"who_id" uuid,
	"role" text,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"via" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"address" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"who_kind" text NOT NULL,
	"who_id" uuid,
	"role" text,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"via" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"address" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entry" ON "audit" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "audit_organisation" ON "audit" USING btree ("organisation_id","seq");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_who" ON "audit" USING btree ("who_id","seq");--> statement-breakpoint
-- The audit only grows. What is not in the chain yet cannot be taken away either.
CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit only grows: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION "audit_refuse_unchained"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM "audit" WHERE "entry_id" = OLD."id") THEN
		RAISE EXCEPTION 'the audit only grows: entry % is not in the chain yet', OLD."id" USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE FUNCTION "audit_head_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."id" <> OLD."id" OR NEW."seq" <= OLD."seq" THEN
		RAISE EXCEPTION 'the audit only grows: its head moves forward' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_inbox_only_grows" BEFORE UPDATE OR TRUNCATE ON "audit_inbox" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_inbox_until_chained" BEFORE DELETE ON "audit_inbox" FOR EACH ROW EXECUTE FUNCTION "audit_refuse_unchained"();--> statement-breakpoint
CREATE TRIGGER "audit_head_stays" BEFORE DELETE OR TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_head_forward" BEFORE UPDATE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION "audit_head_forward"();--> statement-breakpoint
-- Also where a session says that it is a replica, and so skips ordinary triggers.
ALTER TABLE "audit" ENABLE ALWAYS TRIGGER "audit_only_grows";--> statement-breakpoint
ALTER TABLE "audit_inbox" ENABLE ALWAYS TRIGGER "audit_inbox_only_grows";--> statement-breakpoint
ALTER TABLE "audit_inbox" ENABLE ALWAYS TRIGGER "audit_inbox_until_chained";--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER "audit_head_stays";--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER "audit_head_forward";
