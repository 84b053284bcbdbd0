import { z } from "zod";
import { db } from "@/lib/database/client";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { canSetContact } from "@/lib/moderation/safeguarding/contact.policy";
import { isAdmin, type Person, representedUnionIds } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";

export const safeguardingContact = z.object({
  /** The area or union that it is for. */
  scope: z.string(),
  place: z.string(),
  name: z.string(),
  phone: z.string(),
});
export type SafeguardingContact = z.infer<typeof safeguardingContact>;

/** The scopes of a rep's areas and unions. */
const repScopes = (person: Person): string[] => [
  ...repAreaIds(person).map((id) => `body:${id}`),
  ...[...new Set(representedUnionIds(person))].map((id) => `union:${id}`),
];

/** Whom a rep can call, as JSON: the contacts of their areas, then of their unions. */
export const contactsSql = (person: Person): Prisma.Sql => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('scope', sc.scope, 'place', coalesce(b.name, u."shortName", ''),
    'name', sc.name, 'phone', sc.phone) ORDER BY sc.scope), '[]')
  FROM safeguarding_contacts sc LEFT JOIN bodies b ON sc.scope = 'body:' || b.id
    LEFT JOIN unions u ON sc.scope = 'union:' || u.id
  WHERE sc.scope = ANY(${repScopes(person)})`;

export async function listContacts(person: Person): Promise<SafeguardingContact[]> {
  const [row] = await db().$queryRaw<{ contacts: unknown }[]>`SELECT (${contactsSql(person)}) AS contacts`;
  return z.array(safeguardingContact).parse(row?.contacts);
}

export type ContactSetting = SafeguardingContact & { canSet: boolean };

/** The areas and unions whose contact a person may see or set, with the contact; "" where none is named. */
export async function listContactSettings(person: Person): Promise<ContactSetting[]> {
  const scopes = [
    ...repScopes(person),
    ...person.grants.flatMap(({ unionId }) => (unionId ? [`union:${unionId}`] : [])),
  ];
  const rows = await db().$queryRaw<SafeguardingContact[]>`
    SELECT places.scope, places.place, coalesce(sc.name, '') AS name, coalesce(sc.phone, '') AS phone
    FROM (
      SELECT 'body:' || id AS scope, name AS place FROM bodies WHERE id IN (SELECT "leadBodyId" FROM strategies)
      UNION ALL SELECT 'union:' || id, "shortName" FROM unions
    ) places LEFT JOIN safeguarding_contacts sc ON sc.scope = places.scope
    WHERE ${isAdmin(person)} OR places.scope = ANY(${scopes})
    ORDER BY places.scope LIKE 'union:%', places.place`;
  return rows.map((row) => ({ ...row, canSet: canSetContact(person, row.scope) }));
}
