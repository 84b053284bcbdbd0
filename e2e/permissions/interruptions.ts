import type { Actor } from "@/e2e/permissions/actors";
import { aboutNothing, fromAnotherBuild, type PageForm } from "@/e2e/permissions/page-form";

// What may come between a form and its action.

/** What an interruption changes: the database, its connection, and the forms that are about to be sent. */
export type Scene = {
  sql: (text: string, values?: unknown[]) => Promise<unknown>;
  /** Ends, and starts again, the sessions in which the forms were drawn. */
  endSessions: () => Promise<void>;
  startSessions: () => Promise<void>;
  /** Sends each form once, with other text, as from another window. */
  sendFromOtherWindow: () => Promise<void>;
  cutDatabase: () => Promise<void>;
  restoreDatabase: () => Promise<void>;
};

export type Interruption = {
  /** The heading of its column. */
  name: string;
  /** Whether it can happen to this person. */
  applies: (who: Actor) => boolean;
  change?: (fields: PageForm["fields"]) => PageForm["fields"];
  begin?: (scene: Scene) => Promise<unknown>;
  /** Before they look for their text again: they sign in, or have their role again. */
  end?: (scene: Scene) => Promise<unknown>;
};

const anybody = () => true;
const hasRole = (who: Actor) => !["visitor", "receipt", "account", "owner"].includes(who);
const dropCaches = "SELECT pg_notify('cache_invalidation', 'all')";

/** The next version of each strategy: "same" as the one before, "other" texts of paragraphs, or with no section at all. */
const nextVersion = (content: "same" | "other" | "none") => `
  CREATE TEMP TABLE next_versions AS SELECT "strategyId", max(number) AS number, gen_random_uuid()::text AS id
    FROM versions WHERE "publishedAt" IS NOT NULL GROUP BY 1;
  INSERT INTO versions (id, "strategyId", number, title, "publishedAt")
    SELECT id, "strategyId", number + 1, 'Another version', now() AT TIME ZONE 'UTC' FROM next_versions;
  ${
    content === "none"
      ? ""
      : `INSERT INTO version_sections ("versionId", "sectionId", position, title, summary, "foundationId", "themeIds", "canChange")
    SELECT next.id, s."sectionId", position, s.title, summary, "foundationId", "themeIds", "canChange"
    FROM next_versions next JOIN versions v ON v."strategyId" = next."strategyId" AND v.number = ${lastWithSections}
      JOIN version_sections s ON s."versionId" = v.id;
  INSERT INTO version_paragraphs ("versionId", "paragraphId", "sectionId", position, text, block)
    SELECT next.id, "paragraphId", "sectionId", position, text${content === "other" ? " || ' Changed.'" : ""}, block
    FROM next_versions next JOIN versions v ON v."strategyId" = next."strategyId" AND v.number = ${lastWithSections}
      JOIN version_paragraphs p ON p."versionId" = v.id;`
  }
  DROP TABLE next_versions;
  ${dropCaches}`;
const lastWithSections = `(SELECT max(number) FROM versions o JOIN version_sections os ON os."versionId" = o.id
      WHERE o."strategyId" = next."strategyId" AND o.id <> next.id)`;

/** Every limit counts as reached, or none. */
const limitsReached = `
  CREATE FUNCTION reach_limit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.points := 1000000; RETURN NEW; END $$;
  CREATE TRIGGER reach_limit BEFORE INSERT OR UPDATE ON rate_limits FOR EACH ROW EXECUTE FUNCTION reach_limit()`;
const limitsFree = "DROP TRIGGER reach_limit ON rate_limits; DROP FUNCTION reach_limit; DELETE FROM rate_limits";

/** In this order: the first ones leave everything as it was, the last ones let forms through. */
export const interruptions: Interruption[] = [
  {
    name: "session over",
    applies: (who) => who !== "visitor",
    begin: ({ endSessions }) => endSessions(),
    end: ({ startSessions }) => startSessions(),
  },
  {
    name: "role ended",
    applies: hasRole,
    begin: ({ sql }) => sql(`UPDATE grants SET "endedAt" = 'epoch' WHERE "endedAt" IS NULL`),
    end: ({ sql }) => sql(`UPDATE grants SET "endedAt" = NULL WHERE "endedAt" = 'epoch'`),
  },
  { name: "page from before an update", applies: anybody, change: fromAnotherBuild },
  { name: "subject gone", applies: anybody, change: aboutNothing },
  {
    name: "database away",
    applies: anybody,
    begin: ({ cutDatabase }) => cutDatabase(),
    end: ({ restoreDatabase }) => restoreDatabase(),
  },
  {
    name: "section and paragraph gone",
    applies: anybody,
    begin: ({ sql }) => sql(nextVersion("none")),
    end: ({ sql }) => sql(nextVersion("same")),
  },
  {
    name: "closed",
    applies: anybody,
    begin: ({ sql }) =>
      sql(`UPDATE strategies SET "closesAt" = "closesAt" - interval '9 years' WHERE phase = 'open'; ${dropCaches}`),
    end: ({ sql }) =>
      sql(`UPDATE strategies SET "closesAt" = "closesAt" + interval '9 years' WHERE phase = 'open'; ${dropCaches}`),
  },
  {
    name: "thread closed",
    applies: anybody,
    begin: ({ sql }) =>
      sql(`CREATE TABLE open_threads AS SELECT id FROM threads WHERE state = 'open';
        UPDATE threads SET state = 'locked' WHERE state = 'open'; ${dropCaches}`),
    end: ({ sql }) =>
      sql(`UPDATE threads SET state = 'open' WHERE id IN (SELECT id FROM open_threads);
        DROP TABLE open_threads; ${dropCaches}`),
  },
  {
    name: "limit reached",
    applies: anybody,
    begin: ({ sql }) => sql(limitsReached),
    end: ({ sql }) => sql(limitsFree),
  },
  { name: "new version", applies: anybody, begin: ({ sql }) => sql(nextVersion("other")) },
  {
    name: "sent from a second window",
    applies: anybody,
    begin: ({ sendFromOtherWindow }) => sendFromOtherWindow(),
  },
];
