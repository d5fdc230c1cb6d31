ALTER TABLE "instance" ADD COLUMN "backed_up_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "arrival_number" bigint;--> statement-breakpoint
UPDATE "visits" SET "arrival_number" = "numbered"."number" FROM (
  SELECT "id", row_number() OVER (ORDER BY "arrived_at", "id") AS "number" FROM "visits"
) "numbered" WHERE "visits"."id" = "numbered"."id";--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "arrival_number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "arrival_number" ADD GENERATED ALWAYS AS IDENTITY (sequence name "visits_arrival_number_seq");--> statement-breakpoint
SELECT setval(pg_get_serial_sequence('visits', 'arrival_number'), coalesce(max("arrival_number"), 0) + 1, false) FROM "visits";--> statement-breakpoint
DROP INDEX "visits_open";--> statement-breakpoint
CREATE INDEX "visits_open" ON "visits" USING btree ("area_id","arrival_number") WHERE status <> 'ended';
