CREATE TABLE "audit_addresses" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"address" text NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_archives" (
	"month" date PRIMARY KEY NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_sittings" (
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"who_id" uuid NOT NULL,
	"role" text,
	"organisation_id" uuid,
	"via" text NOT NULL,
	"address" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "audit_sittings_action_subject_kind_subject_id_pk" PRIMARY KEY("action","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE INDEX "audit_addresses_at" ON "audit_addresses" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_sittings_last" ON "audit_sittings" USING btree ("last_at");--> statement-breakpoint
ALTER TABLE "break_glass" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_inbox" ADD COLUMN "times" integer;--> statement-breakpoint
ALTER TABLE "audit_inbox" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
-- The audit by month. The rows of before move over as they are: their hashes do not cover the month.
ALTER TABLE "audit" RENAME TO "audit_before";--> statement-breakpoint
DROP INDEX "audit_entry";--> statement-breakpoint
DROP INDEX "audit_organisation";--> statement-breakpoint
DROP INDEX "audit_subject";--> statement-breakpoint
DROP INDEX "audit_who";--> statement-breakpoint
ALTER TABLE "audit_before" RENAME CONSTRAINT "audit_pkey" TO "audit_before_pkey";--> statement-breakpoint
CREATE TABLE "audit" (
	"month" date NOT NULL,
	"seq" bigint NOT NULL,
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
	"times" integer,
	"until" timestamp (3) with time zone,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_pkey" PRIMARY KEY("seq","month")
) PARTITION BY LIST ("month");
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entry" ON "audit" USING btree ("entry_id","month");--> statement-breakpoint
CREATE INDEX "audit_organisation" ON "audit" USING btree ("organisation_id","seq");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_who" ON "audit" USING btree ("who_id","seq");--> statement-breakpoint
-- Names in guards mean what they mean here, whatever search path or temporary table a session has.
CREATE OR REPLACE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RAISE EXCEPTION 'the audit only grows: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "audit_refuse_unchained"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	-- What is chained together is of one month, which is then the head's: only its partition is asked.
	IF NOT EXISTS (
		SELECT 1 FROM public.audit
		WHERE "month" = (SELECT "month" FROM public.audit_head) AND "entry_id" = OLD."id"
	) THEN
		RAISE EXCEPTION 'the audit only grows: entry % is not in the chain yet', OLD."id" USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "audit_head_forward"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NEW."id" <> OLD."id" OR NEW."seq" <= OLD."seq" OR NEW."month" < OLD."month" THEN
		RAISE EXCEPTION 'the audit only grows: its head moves forward' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- Makes the partition of a month, guarded like the others. It runs as the owner of the tables, so that the server needs
-- no right to change them. Attaching an empty table waits for nobody who reads.
CREATE FUNCTION "audit_open_month"("of_month" date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	part text := 'audit_' || to_char("of_month", 'YYYY_MM');
BEGIN
	IF "of_month" <> date_trunc('month', "of_month")::date THEN
		RAISE EXCEPTION '% does not begin a month', "of_month";
	END IF;
	IF to_regclass('public.' || part) IS NOT NULL THEN
		RETURN;
	END IF;
	EXECUTE format('CREATE TABLE public.%I (LIKE public.audit INCLUDING ALL)', part);
	EXECUTE format('CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse()', part);
	EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER audit_only_grows', part);
	EXECUTE format('ALTER TABLE public.audit ATTACH PARTITION public.%I FOR VALUES IN (%L)', part, "of_month");
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "audit_open_month"(date) FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER "audit_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
ALTER TABLE "audit" ENABLE ALWAYS TRIGGER "audit_only_grows";--> statement-breakpoint
CREATE TRIGGER "audit_addresses_stay" BEFORE UPDATE OR TRUNCATE ON "audit_addresses" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
ALTER TABLE "audit_addresses" ENABLE ALWAYS TRIGGER "audit_addresses_stay";--> statement-breakpoint
CREATE TRIGGER "audit_archives_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_archives" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
ALTER TABLE "audit_archives" ENABLE ALWAYS TRIGGER "audit_archives_stay";--> statement-breakpoint
-- A row is of the month of its time, or of the row before where that is later: clocks go back a little, months do not.
CREATE TEMPORARY TABLE "audit_months" ON COMMIT DROP AS
	SELECT "seq", max(date_trunc('month', "at" AT TIME ZONE 'UTC')::date) OVER (ORDER BY "seq") AS "month" FROM "audit_before";
--> statement-breakpoint
SELECT "audit_open_month"("month") FROM (SELECT DISTINCT "month" FROM "audit_months" ORDER BY 1) AS "months";--> statement-breakpoint
INSERT INTO "audit" ("month", "seq", "entry_id", "at", "who_kind", "who_id", "role", "organisation_id", "action", "via", "subject_kind", "subject_id", "address", "outcome", "code", "previous", "hash")
	SELECT "month", "seq", "entry_id", "at", "who_kind", "who_id", "role", "organisation_id", "action", "via", "subject_kind", "subject_id", "address", "outcome", "code", "previous", "hash"
	FROM "audit_before" JOIN "audit_months" USING ("seq");
--> statement-breakpoint
ALTER TABLE "audit_head" ADD COLUMN "month" date;--> statement-breakpoint
ALTER TABLE "audit_head" DISABLE TRIGGER "audit_head_forward";--> statement-breakpoint
UPDATE "audit_head" SET "month" = coalesce((SELECT max("month") FROM "audit_months"), date_trunc('month', now() AT TIME ZONE 'UTC')::date);--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER "audit_head_forward";--> statement-breakpoint
ALTER TABLE "audit_head" ALTER COLUMN "month" SET NOT NULL;--> statement-breakpoint
DROP TABLE "audit_before";
