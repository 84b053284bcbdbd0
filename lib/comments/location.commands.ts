import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { LocationInput } from "@/lib/comments/comment.schema";
import { getOwnLocation } from "@/lib/comments/location.queries";
import { getOpenSection } from "@/lib/comments/submission.queries";
import { isForeignKeyViolation, type Tx, transact } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { lockComment } from "@/lib/moderation/decisions/transition.writes";
import type { Person } from "@/lib/people/person.policy";

/**
 * Corrects workplace and sector of a comment, at any time. A published comment counts under the LEP of the corrected
 * place from the next edition; counts of people follow with the next release.
 * @throws NotFound (not theirs, a reply, deleted), RuleViolation (not a district of this strategy)
 */
export async function correctLocation(person: Person, commentId: string, input: LocationInput): Promise<void> {
  const current = await getOwnLocation(person, commentId);
  if (!current) throw new NotFound();
  const section = await getOpenSection(current.strategyId, current.sectionNumber, input.district);
  if (!section) throw new NotFound();
  if (input.district && !section.district) throw new RuleViolation("Choose a place from the list.", "district");
  const lepId = lepForComment(section.lepIds, section.district?.viaBodies ?? null);
  const vintage = section.district && boundaryVintage(section.district);
  const corrected = { districtId: input.district, sectorId: input.sector, vintage, lepId };
  try {
    await transact((tx) => writeLocation(tx, commentId, corrected));
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new RuleViolation("Choose a kind of work from the list.", "sector");
    throw error;
  }
}

type CorrectedLocation = {
  districtId: string | null;
  sectorId: string | null;
  vintage: string | null;
  lepId: string | null;
};

/** The comment's version stays: it names what a rep reads, and a workplace is not shown to them. */
async function writeLocation(tx: Tx, id: string, corrected: CorrectedLocation): Promise<void> {
  await lockComment(tx, id); // an edition may be publishing it
  const { state, week } = await tx.comment.findUniqueOrThrow({ where: { id }, select: { state: true, week: true } });
  if (state !== "published" && week === null) {
    await tx.comment.update({ where: { id }, data: corrected });
    return;
  }
  await tx.locationCorrection.upsert({
    where: { commentId: id },
    create: { commentId: id, ...corrected },
    update: corrected,
  });
}
