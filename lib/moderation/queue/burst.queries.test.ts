import { afterAll, expect, test } from "vitest";
import { getBurst } from "@/lib/moderation/queue/burst.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const slug = "cornwall-scilly";
const place = { district: "E06000052", sector: "Q" };
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000);

test("a rep sees how many new people came from one district and kind of work this week, and nobody else's areas", async () => {
  await openStrategy(slug);
  const rep = await makeRep(slug);
  const sent = [];
  for (let n = 0; n < 4; n++) sent.push(await sendHeldComment(slug, place));
  await sendHeldComment(slug, { ...place, sector: "H" });
  await sendHeldComment(slug);
  expect(await getBurst(rep)).toEqual({ places: 0, people: 0 });

  sent.push(await sendHeldComment(slug, place));
  expect(await getBurst(rep)).toEqual({ places: 1, people: 5 });
  expect(await getBurst(await makeRep("dorset"))).toEqual({ places: 0, people: 0 });

  await decideAndMakeEdition(rep, sent[0]?.caseId ?? ""); // one is public now, and still of this week
  expect(await getBurst(rep)).toEqual({ places: 1, people: 5 });
  expect(await getBurst(rep, inDays(7))).toEqual({ places: 0, people: 0 }); // then one of them is known
});
