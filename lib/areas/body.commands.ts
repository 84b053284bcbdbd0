import { matchDistrictNames, uniqueId } from "@/lib/areas/body.rules";
import type { BodyInput, KindInput } from "@/lib/areas/body.schema";
import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { cutText } from "@/lib/characters";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/**
 * Adds a kind of body, such as a county council.
 * @returns its id
 * @throws NotFound (no admin), RuleViolation (duplicate)
 */
export async function addBodyKind(person: Person, kind: KindInput): Promise<string> {
  return addAsAdmin(person, newBodyKind, async (tx) => {
    const all = await tx.bodyKind.findMany({ select: { id: true, name: true } });
    refuseDuplicateName(all, kind.name);
    const id = uniqueId(kind.name, (taken) => all.some((each) => each.id === taken));
    await tx.bodyKind.create({ data: { id, ...kind } });
    return id;
  });
}

/** Adds a kind of strategy, such as a Local Growth Plan. @returns its id @throws NotFound, RuleViolation */
export async function addStrategyKind(person: Person, kind: KindInput): Promise<string> {
  return addAsAdmin(person, newStrategyKind, async (tx) => {
    const all = await tx.strategyKind.findMany({ select: { id: true, name: true } });
    refuseDuplicateName(all, kind.name);
    const id = uniqueId(kind.name, (taken) => all.some((each) => each.id === taken));
    await tx.strategyKind.create({ data: { id, ...kind } });
    return id;
  });
}

/** The boundaries used for bodies that are newer than the reference data. */
const newBoundaryVintage = "2021";

/**
 * Adds a body with its districts, such as a council that took over an LEP's work.
 * @returns its id
 * @throws NotFound (no admin), RuleViolation (unknown kind or district, duplicate name), Conflict
 */
export async function addBody(person: Person, { kind: kindId, districts: names, ...body }: BodyInput): Promise<string> {
  return addAsAdmin(person, newBody, async (tx) => {
    const kind = await tx.bodyKind.findUnique({ where: { id: kindId }, select: { short: true } });
    if (!kind) throw new RuleViolation("Choose what kind of body it is.", "kind");
    const districts = await tx.district.findMany({ select: { id: true, name: true, name2021: true, name2023: true } });
    const { ids, unknown } = matchDistrictNames(names, districts);
    if (unknown.length > 0) {
      throw new RuleViolation(
        `We do not know a district with this name: ${cutText(unknown.slice(0, 5).join("; "), 200)}.`,
        "districts",
      );
    }
    const all = await tx.body.findMany({ select: { id: true, name: true, kindId: true } });
    refuseDuplicateName(
      all.filter((each) => each.kindId === kindId),
      body.name,
    );
    const id = uniqueId(`${body.name} ${kind.short}`, (taken) => all.some((each) => each.id === taken));
    await tx.body.create({ data: { id, kindId, ...body, regions: [], isCounted: true } });
    await tx.bodyDistrict.createMany({
      data: ids.map((districtId) => ({ bodyId: id, districtId, vintage: newBoundaryVintage, relation: "sole" })),
    });
    return id;
  });
}

function refuseDuplicateName(all: readonly { name: string }[], name: string): void {
  if (all.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    throw new RuleViolation("There is one already.", "name");
}

type Addition =
  | { action: "areas.addBody"; subject: `body:${string}` }
  | { action: "areas.addBodyKind"; subject: `bodykind:${string}` }
  | { action: "areas.addStrategyKind"; subject: `strategykind:${string}` };

const newBody = (id: string): Addition => ({ action: "areas.addBody", subject: `body:${id}` });
const newBodyKind = (id: string): Addition => ({ action: "areas.addBodyKind", subject: `bodykind:${id}` });
const newStrategyKind = (id: string): Addition => ({ action: "areas.addStrategyKind", subject: `strategykind:${id}` });

async function addAsAdmin(
  person: Person,
  addition: (id: string) => Addition,
  write: (tx: Tx) => Promise<string>,
): Promise<string> {
  const { accountId } = person;
  if (!accountId || !isAdmin(person)) throw new NotFound();
  try {
    return await db().$transaction(async (tx) => {
      const id = await write(tx);
      await recordAuditEvent(tx, { ...addition(id), accountId });
      await invalidateTags(tx, "strategy:*", "body:*");
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict("Another admin has just added one with this name.");
    throw error;
  }
}
