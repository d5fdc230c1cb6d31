ALTER TABLE "letters" ADD COLUMN "person_id" uuid;--> statement-breakpoint
-- Letters of before know to whom they go by their address alone.
UPDATE "letters" SET "person_id" = "people"."id" FROM "people" WHERE "people"."email" = "letters"."recipient";
