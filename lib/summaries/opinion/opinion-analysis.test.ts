import { describe, expect, test } from "vitest";
import { polisNames, readPolisConversation } from "@/scripts/test/polis-conversation";
import { adjustedRandIndex } from "./adjusted-rand-index";
import { chooseClustering } from "./cluster-choice";
import { type Clustering, clusterVotes } from "./clustering";
import { selectEligibleVotes } from "./eligibility";
import { groupParticipants, summariseOpinion } from "./opinion-analysis";
import { randomInteger, seededRandom } from "./seeded-random";
import { canonicalVotes, selectRows, type Vote, type VoteMatrix } from "./vote-matrix";
import { shuffleVotes } from "./vote-permutation";

/** Two camps of 30 who disagree on twelve comments and agree on four, with some noise and missing votes. */
function twoCamps(): VoteMatrix & { votes: [number, number, Vote][] } {
  const random = seededRandom(11);
  const votes: [number, number, Vote][] = [];
  for (let p = 0; p < 60; p++) {
    for (let c = 0; c < 16; c++) {
      if (random() < 0.2) continue;
      const lean = c >= 12 || p < 30 === c % 2 > 0 ? 1 : -1;
      votes.push([p, c, random() < 0.85 ? lean : random() < 0.5 ? 0 : (-lean as Vote)]);
    }
  }
  const ids = (letter: string, n: number) => Array.from({ length: n }, (_, i) => letter + i);
  return { participants: ids("p", 60), comments: ids("c", 16), votes };
}

/** The same votes with people, comments and votes in another order. */
function reordered(matrix: VoteMatrix, seed: number): VoteMatrix {
  const random = seededRandom(seed);
  const shuffled = (n: number) => {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = randomInteger(i + 1, random);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return order;
  };
  const [people, comments, all] = [
    shuffled(matrix.participants.length),
    shuffled(matrix.comments.length),
    [...matrix.votes],
  ];
  const [newPerson, newComment] = [inverse(people), inverse(comments)];
  return {
    participants: people.map((i) => matrix.participants[i] as string),
    comments: comments.map((i) => matrix.comments[i] as string),
    votes: shuffled(all.length).map((i) => {
      const [p, c, vote] = all[i] as [number, number, Vote];
      return [newPerson[p] as number, newComment[c] as number, vote] as const;
    }),
  };
}

function inverse(order: number[]): number[] {
  const places: number[] = [];
  order.forEach((from, to) => {
    places[from] = to;
  });
  return places;
}

describe("two planted camps", () => {
  const matrix = twoCamps();
  const summary = summariseOpinion(matrix);
  test("are found and described by what they agree on; no participant is in the summary", () => {
    expect(summary.why).toBeNull();
    expect(summary.groups?.map(({ people }) => people)).toEqual([30, 30]);
    expect(summary.groups?.reduce((sum, { people }) => sum + people, 0)).toBe(summary.people);
    const defining = summary.groups?.map((group) => group.defining.map(({ comment }) => Number(comment.slice(1))));
    expect(defining?.flat().every((comment) => comment < 12)).toBe(true);
    expect(summary.groupAwareConsensus.map(({ comment }) => Number(comment.slice(1))).every((c) => c >= 12)).toBe(true);
    expect(summary.divisive.length).toBe(5);
    expect(JSON.stringify(summary)).not.toMatch(/"p\d/);
    expect(Object.values(summary.gate ?? {}).join(" ")).toMatch(/^\d(\.\d\d?)?( \d(\.\d\d?)?){2}$/); // two decimals
  });
  test("the map draws no hexagon with fewer than five, and counts everyone", () => {
    const drawn = summary.map?.hexagons ?? [];
    expect(new Set(drawn.map(({ group }) => group))).toEqual(new Set([0, 1]));
    const drawnOrNot = drawn.reduce((sum, { people }) => sum + people, summary.map?.notDrawn as number);
    expect(Math.abs(drawnOrNot - 60)).toBeLessThanOrEqual(2.5 * (drawn.length + 1)); // each is rounded to 5
    expect(drawn.every(({ people }) => people >= 5 && people % 5 === 0)).toBe(true);
  });
  test("the same bytes in any order and with other ids", () => {
    for (const seed of [1, 2])
      expect(JSON.stringify(summariseOpinion(reordered(matrix, seed)))).toBe(JSON.stringify(summary));
    const renamed = { ...reordered(matrix, 3), participants: matrix.participants.map((_, i) => `someone ${99 - i}`) };
    expect(JSON.stringify(summariseOpinion(renamed))).toBe(JSON.stringify(summary));
  });
  test("on shuffled votes, groups appear in at most one of twenty runs", () => {
    const { votes } = groupParticipants(matrix);
    const appeared = Array.from({ length: 20 }, (_, run) => {
      const noise = shuffleVotes(votes, seededRandom(100 + run));
      return groupParticipants(asMatrix(noise)).validation?.reason === null;
    });
    expect(appeared.filter(Boolean).length).toBeLessThanOrEqual(1);
  });
});

function asMatrix(votes: ReturnType<typeof canonicalVotes>): VoteMatrix {
  return {
    participants: Array.from({ length: votes.rows }, (_, i) => `p${i}`),
    comments: votes.comments,
    votes: Array.from({ length: votes.rows }, (_, row) => row).flatMap((row) =>
      [...votes.column.subarray(votes.start[row], votes.start[row + 1])].map(
        (c, i) => [row, c, votes.value[(votes.start[row] as number) + i] as Vote] as const,
      ),
    ),
  };
}

describe("eligibility and invalid votes", () => {
  test("too few people: no groups, but consensus", () => {
    const votes = Array.from({ length: 19 * 3 }, (_, i) => [i % 19, Math.floor(i / 19), 1] as const);
    const participants = Array.from({ length: 19 }, (_, i) => `p${i}`);
    const summary = summariseOpinion({ participants, comments: ["a", "b", "c"], votes });
    expect([summary.groups, summary.why]).toEqual([null, "too-few-people"]);
    expect(summary.consensus.length).toBe(3);
  });
  test("no votes", () => {
    const summary = summariseOpinion({ participants: [], comments: [], votes: [] });
    expect(summary).toMatchObject({ people: 0, groups: null, why: "too-few-people", consensus: [], divisive: [] });
  });
  test("seven votes are needed; below 15 people, those with most votes are added", () => {
    const matrix = (people: number) =>
      canonicalVotes({
        participants: Array.from({ length: people }, (_, i) => `p${i}`),
        comments: Array.from({ length: 8 }, (_, i) => `c${i}`),
        // Person i has 1 + i % 8 votes.
        votes: Array.from({ length: people }, (_, p) => p).flatMap((p) =>
          Array.from({ length: 1 + (p % 8) }, (_, c) => [p, c, 1] as const),
        ),
      });
    expect(selectEligibleVotes(matrix(80)).rows).toBe(20); // 10 with seven, 10 with eight
    expect(selectEligibleVotes(matrix(24)).rows).toBe(15); // 6, topped up
    expect(selectEligibleVotes(matrix(8)).rows).toBe(8);
  });
  test("votes out of range, and two on one comment", () => {
    const matrix = { participants: ["p"], comments: ["c"] };
    expect(() => canonicalVotes({ ...matrix, votes: [[1, 0, 1]] })).toThrow(RangeError);
    expect(() => canonicalVotes({ ...matrix, votes: [[0, 1, 1]] })).toThrow(RangeError);
    expect(() => canonicalVotes({ ...matrix, votes: [[0, 0, 2 as Vote]] })).toThrow(RangeError);
    expect(() =>
      canonicalVotes({
        ...matrix,
        votes: [
          [0, 0, 1],
          [0, 0, -1],
        ],
      }),
    ).toThrow(RangeError);
  });
});

describe("three real Polis exports", () => {
  test.each(polisNames)(
    "%s: groups against those of Polis, and the same bytes, over ten row orders",
    (name) => {
      const original = readPolisConversation(name);
      const indices = Array.from({ length: 10 }, (_, seed) => {
        const matrix = reordered(original, seed + 1);
        const votes = selectEligibleVotes(canonicalVotes(matrix));
        const { labels } = clusterVotes(votes)[0] as Clustering; // two groups: what is chosen, or comes nearest
        const groupOf = new Map(original.participants.map((id, i) => [id, original.groups[i]]));
        const pairs = [...votes.sources].map((source, i) => [
          groupOf.get(matrix.participants[source] as string),
          labels[i],
        ]);
        const known = pairs.filter((pair): pair is [number, number] => typeof pair[0] === "number");
        return adjustedRandIndex(
          known.map(([polis]) => polis),
          known.map(([, ours]) => ours),
        );
      }).sort((a, b) => a - b);
      const [least, median, most] = [
        indices[0] as number,
        ((indices[4] as number) + (indices[5] as number)) / 2,
        indices[9],
      ];
      process.stdout.write(`  ${name}: adjusted Rand index to Polis ${median.toFixed(3)} (${least} to ${most})\n`);
      expect(most).toBe(least);
      expect(median).toBeGreaterThanOrEqual(
        { "15-per-hour-seattle": 0.75, "scoop-hivemind.taxes": 0.8 }[name as string] ?? 0.1,
      );
      const bytes = [1, 2].map((seed) => JSON.stringify(summariseOpinion(reordered(original, seed))));
      expect(bytes[1]).toBe(bytes[0]);
    },
    120_000,
  );
});

// Ten releases after the first, each without another 5% of the people at random: how often does what is shown change?
describe("when 5% of the people are dropped", () => {
  const matrices = polisNames.map((name) => [name, canonicalVotes(readPolisConversation(name))] as const);
  test.each(matrices)(
    "%s: the number of groups is that of the last release",
    (name, all) => {
      const everyone = Int32Array.from({ length: all.rows }, (_, row) => row);
      const shown: (number | null)[] = [];
      for (let run = 0; run <= 10; run++) {
        const random = seededRandom(499 + run);
        const rows = run === 0 ? everyone : everyone.filter(() => random() >= 0.05);
        const last = run === 0 ? null : { groups: shown.at(-1) ?? null };
        const { clustering, validation } = chooseClustering(selectEligibleVotes(selectRows(all, rows)), last);
        shown.push(validation.reason === null ? clustering.k : null);
      }
      process.stdout.write(`  ${name}: groups in eleven releases: ${shown.map((k) => k ?? "none").join(", ")}\n`);
      const changes = shown.filter((k, i) => i > 0 && k !== shown[i - 1]).length;
      expect(changes).toBeLessThanOrEqual(1);
    },
    300_000,
  );
});
