import { type Actor, actors, signedIn, withAccount, withSession } from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import type { Entry } from "@/e2e/permissions/entry";
import { roleTable } from "@/e2e/permissions/role-actions";
import { type Route, routes } from "@/lib/routes";

/** The table of docs/permissions.md: every page, route and action, and who may. */
export function permissionsTable(): string {
  const tested = entries.filter(([, { kind }]) => kind !== "free");
  const free = entries.filter(([, { kind }]) => kind === "free");
  return `# May I?

## Role × action

Made by asking the policies (\`lib/**/*.policy.ts\`) themselves, as far as the role goes: *theirs* is what is of their own area, body or union, *all* is others' too. Where two people are needed, nobody is both of them. What anybody may do is to read what is public, to write, react and report while a strategy is open, and to see, change, take back and erase what is their own.

${roleTable()}

## Route × group

From the table of routes, \`lib/routes.ts\`: who may use a route at all, and which pages are the same for everybody, so that one copy is cached under these tags. \`scripts/check/routes.test.ts\` compares it with the entries below.

| address | for | cached under |
| --- | --- | --- |
${routeRows()}

## Every route

Every page, route and action of the service, and who may. Made from \`e2e/permissions/entries/\` by \`npx vitest run scripts/check/permissions -u\`. \`e2e/permissions/permissions.http.spec.ts\` holds it against the running service: it tries each as everybody, with things that are somebody's. Who is not named gets a 404, or before they sign in is sent to do so; nothing changes in the database, nobody is let in by it, and no answer holds words, numbers or fields that are not theirs. What people do *for themselves* is done by others, who are there for that: theirs changes, and nothing of anybody else's. Pages that keep Next's scripts are asked for their data too, and their deeds as those scripts ask. A route that has no line here fails \`npm run check\`. What a rep may do to a comment is in [moderation-table.md](moderation-table.md).

Those who asked: ${actors.join(", ")}. *receipt* came by receipt, *account* has no role, *owner* wrote the comments and the rest is of other people's making, *half* is a rep before the second step, *Elsewhere* is of another area or body, *otherUnion* is an officer of another union.

| what | who may |
| --- | --- |
${tested.map(([route, entry]) => `| ${cell(route)} | ${allowedText(entry)} |`).join("\n")}

Not walked, and why:

| what | why |
| --- | --- |
${free.map(([route, entry]) => `| ${cell(route)} | ${entry.kind === "free" ? entry.why : ""} |`).join("\n")}
`;
}

function routeRows(): string {
  return Object.values<Route>(routes)
    .map(({ path, access, tags }) => `| ${cell(path)} | ${[access].flat().join(", ")} | ${cachedUnder(tags)} |`)
    .join("\n");
}

function cachedUnder(tags: Route["tags"]): string {
  if (!tags) return "";
  return tags.length > 0 ? tags.map(cell).join(", ") : "nothing: it never changes";
}

const cell = (route: string) => `\`${route}\``;

const names = new Map<readonly Actor[], string>([
  [actors, "everybody"],
  [signedIn, "whoever is signed in"],
  [withAccount, "whoever is signed in by an account"],
  [withSession, "whoever is signed in, also *half*"],
]);

function allowedText(entry: Entry): string {
  if (entry.kind === "free") return "";
  if (entry.kind === "action" && entry.description) return `nobody: ${entry.description}`;
  const allowed = names.get(entry.allowed) ?? (entry.allowed.join(", ") || "nobody, as things stand there");
  return entry.kind === "action" && entry.own ? `${allowed}, for themselves` : allowed;
}
