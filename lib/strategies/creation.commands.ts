import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import { uniqueSlug } from "@/lib/strategies/creation.rules";
import type { CreateStrategyInput } from "@/lib/strategies/creation.schema";
import { getNewestVersionAsDraft } from "@/lib/strategies/drafts/newest-version.queries";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";

/**
 * Creates a strategy with an empty draft, for the districts of its lead body. Only its officers and admins see it until
 * it opens.
 * @returns its id
 * @throws NotFound (not theirs to create), RuleViolation (unknown kind), Conflict (two were created at once)
 */
export async function createStrategy(
  person: Person,
  { body: bodyId, kind, areaName }: CreateStrategyInput,
): Promise<string> {
  const { accountId } = person;
  if (!accountId || !canManageStrategy(person, { leadBodyId: bodyId })) throw new NotFound();
  try {
    return await db().$transaction(async (tx) => {
      const body = await tx.body.findUnique({
        where: { id: bodyId },
        select: {
          name: true,
          hasMayor: true,
          kindId: true,
          isCounted: true,
          mayor: true,
          districts: { select: { districtId: true, vintage: true } },
        },
      });
      const kindRow = await tx.strategyKind.findUnique({ where: { id: kind }, select: { short: true } });
      if (!body) throw new NotFound();
      if (!kindRow) throw new RuleViolation("Choose what kind of strategy it is.", "kind");
      const existingIds = new Set((await tx.strategy.findMany({ select: { id: true } })).map(({ id }) => id));
      const id = uniqueSlug(areaName, kindRow.short, (slug) => existingIds.has(slug));
      await tx.strategy.create({
        data: {
          ...{ id, kindId: kind, areaName, leadBodyId: bodyId, leadName: body.name, leadPerson: body.mayor },
          leadType: body.hasMayor ? "mayor" : body.kindId === "lep" ? "lep" : "body",
          ...{ status: "draft", priorities: [], certainty: "given by the body that leads it", phase: "draft" },
        },
      });
      await tx.strategyDistrict.createMany({
        data: toStrategyDistricts(body.districts).map((district) => ({
          ...{ ...district, strategyId: id, viaBodies: [bodyId] },
          role: body.hasMayor ? ("constituent" as const) : ("lep_area" as const),
        })),
      });
      if (!body.isCounted) await markBodyCounted(tx, bodyId, body.districts);
      const draft = await getNewestVersionAsDraft(id, tx, newId);
      await tx.strategyDraft.create({ data: { strategyId: id, editedById: accountId, ...draft } });
      await recordAuditEvent(tx, {
        action: "strategies.create",
        accountId,
        subject: `strategy:${id}`,
        details: { kind, bodyId },
      });
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Conflict("A colleague has just started a strategy for this area. Check the list.");
    throw error;
  }
}

/** Gives a mayoral authority a summary of its own, as no LEP takes part in its strategy. */
async function markBodyCounted(tx: Tx, bodyId: string, districts: { districtId: string }[]): Promise<void> {
  await tx.body.update({ where: { id: bodyId }, data: { isCounted: true } });
  await tx.bodyDistrict.createMany({
    data: districts.map(({ districtId }) => ({ bodyId, districtId, vintage: "2021", relation: "sole" })),
    skipDuplicates: true,
  });
  await invalidateTags(tx, `body:${bodyId}`);
}

/** Each district once, with the boundaries on which it is in the body; any newer than 2017 count as 2021. */
function toStrategyDistricts(districts: { districtId: string; vintage: string }[]) {
  const ids = [...new Set(districts.map(({ districtId }) => districtId))];
  return ids.map((districtId) => {
    const vintages = districts.flatMap((row) => (row.districtId === districtId ? [row.vintage] : []));
    return { districtId, on2017: vintages.includes("2017"), on2021: vintages.some((vintage) => vintage > "2017") };
  });
}
