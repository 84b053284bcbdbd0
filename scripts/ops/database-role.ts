import { Command, InvalidArgumentError } from "commander";
import pg from "pg";
import { env } from "@/lib/env";

export const limitRoleCommand = new Command("limit-role")
  .description(
    "Grants a PostgreSQL role what the service needs to run, and no more. The role reads and writes rows, adds to the record of decisions and events but never changes it, and creates or drops nothing. Run it as the owner of the tables after each `migrate`, then use that role in the service’s DATABASE_URL.",
  )
  .argument("<role>", "its name; create it first: CREATE ROLE at_the_table LOGIN PASSWORD '…'", roleName)
  .action(async (role: string) => {
    const appendOnlyTables = await limitRole(env().DATABASE_URL ?? "", role);
    process.stdout.write(`${role} can run the service. It can only add to: ${appendOnlyTables.join(", ")}.\n`);
  });

function roleName(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name))
    throw new InvalidArgumentError("Only use lower case letters, numbers and _.");
  return name;
}

/**
 * Gives a role the least that the service runs with.
 * @param url of the owner of the tables
 * @returns the tables to which it only adds: those that refuse changes by a trigger, which their owner could take off
 * @throws Error when there is no such role, or it is the owner
 */
export async function limitRole(url: string, role: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role_exists: boolean; is_owner: boolean }>(
      "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role_exists, current_user = $1 AS is_owner",
      [role],
    );
    if (!rows[0]?.role_exists) throw new Error(`There is no role ${role}: CREATE ROLE ${role} LOGIN PASSWORD '…'`);
    if (rows[0].is_owner) throw new Error(`${role} owns the tables. Choose another role for the service.`);
    const { rows: record } = await client.query<{ name: string }>(
      "SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname LIKE '%\\_append\\_only' ORDER BY name",
    );
    const appendOnlyTables = record.map(({ name }) => name);
    const all = ["public", "graphile_worker"].map(
      (schema) => `
        REVOKE ALL ON SCHEMA ${schema} FROM ${role};
        GRANT USAGE ON SCHEMA ${schema} TO ${role};
        REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};`,
    );
    // graphile-worker lets nobody but its owner see a row, unless a policy permits it
    const { rows: rowSecurityTables } = await client.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'graphile_worker'::regnamespace",
    );
    const policies = rowSecurityTables.map(
      ({ name }) => `
        DROP POLICY IF EXISTS service_${role} ON ${name};
        CREATE POLICY service_${role} ON ${name} TO ${role} USING (true) WITH CHECK (true);`,
    );
    // one statement of many: all or nothing
    await client.query(`${all.join("")}${policies.join("")}
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      REVOKE UPDATE, DELETE ON ${appendOnlyTables.join(", ")} FROM ${role};
      GRANT UPDATE ("decidedAt", "textHash", commitment) ON decisions TO ${role};
      GRANT UPDATE ("occurredAt", "orderInDay") ON audit_events TO ${role};
      GRANT UPDATE ("reassignedAt", "orderInDay") ON case_reassignments TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, graphile_worker.migrations FROM ${role};`);
    return appendOnlyTables;
  } finally {
    await client.end();
  }
}
