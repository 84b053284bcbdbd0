import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { LocationInput } from "@/lib/comments/comment.schema";
import { getOwnLocation } from "@/lib/comments/location.queries";
import { getOpenSection } from "@/lib/comments/submission.queries";
import { db, isForeignKeyViolation, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

/**
 * Corrects workplace and sector of a comment, at any time. A published comment counts under the LEP of the corrected
 * place from the next edition; counts of people follow with the next release.
 * @throws NotFound (not theirs, a reply, deleted), RuleViolation (not a district of this strategy), Conflict (a rep decided meanwhile)
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
    await db().$transaction((tx) => writeLocation(tx, commentId, corrected));
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

async function writeLocation(tx: Tx, id: string, corrected: CorrectedLocation): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { version: true, state: true, week: true },
  });
  if (comment.state === "published" || comment.week !== null) {
    await tx.locationCorrection.upsert({
      where: { commentId: id },
      create: { commentId: id, ...corrected },
      update: corrected,
    });
    return;
  }
  // a new version, so that a decision at the same moment does not count it under the old LEP
  const { count } = await tx.comment.updateMany({
    where: { id, version: comment.version },
    data: { ...corrected, version: { increment: 1 } },
  });
  if (count === 0)
    throw new Conflict("A rep has just made a decision about this comment. Nothing was changed. Send it again.");
}
