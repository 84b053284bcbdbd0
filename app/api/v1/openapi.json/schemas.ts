const text = { type: "string" } as const;
const count = { type: "integer", minimum: 0 } as const;
/** Null: too few to say. */
const countOrNull = { type: ["integer", "null"], minimum: 0 } as const;
const textOrNull = { type: ["string", "null"] } as const;
const phase = { enum: ["reference", "open", "closed", "archived"] } as const;
const closesAt = { type: ["string", "null"], format: "date-time" } as const;

type Schema = Readonly<Record<string, unknown>>;

/** Every property is always there. */
const object = (properties: Record<string, Schema>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const listOf = (items: Schema) => ({ type: "array", items });

const facts = {
  id: text,
  kindName: text,
  areaName: text,
  title: textOrNull,
  leadType: { enum: ["mayor", "lep"] },
  leadTitle: text,
  status: text,
  statusDate: textOrNull,
  phase,
  closesAt,
};
const counts = listOf(object({ id: text, name: text, comments: count, threads: count }));

export const schemas = {
  Lep: object({
    id: text,
    name: text,
    title: text,
    kindName: text,
    regions: listOf(text),
    population: { type: ["integer", "null"] },
    tile: { type: ["object", "null"], properties: { q: { type: "integer" }, r: { type: "integer" } } },
    districtCount: count,
    strategies: listOf(
      object({
        id: text,
        areaName: text,
        title: textOrNull,
        leadType: text,
        leadTitle: text,
        status: text,
        phase,
        closesAt,
      }),
    ),
  }),
  StrategyFacts: object(facts),
  Strategy: object({
    ...facts,
    summary: textOrNull,
    canChange: textOrNull,
    priorities: listOf(text),
    certainty: text,
    sources: listOf(text),
    contact: textOrNull,
    leps: listOf(object({ id: text, title: text })),
    districts: listOf(
      object({ id: text, name: text, role: { enum: ["constituent", "lep_area", "lep_area_only", "former_lep_area"] } }),
    ),
    sections: listOf(
      object({ id: text, number: count, title: text, summary: text, foundationId: textOrNull, threads: count }),
    ),
  }),
  StrategySummary: object({
    strategyId: text,
    areaName: text,
    phase,
    comments: count,
    threads: count,
    waiting: count,
    foundations: counts,
    themes: counts,
    stances: counts,
  }),
  Comment: object({
    id: text,
    threadId: text,
    strategyId: text,
    sectionNumber: count,
    isReply: { type: "boolean" },
    alias: text,
    state: { const: "published" },
    text,
    isRedacted: { type: "boolean" },
    stance: { enum: ["for", "neutral", "against", null] },
    week: { type: "string", format: "date" },
    themes: listOf(object({ id: text, name: text })),
    lep: textOrNull,
    source: { enum: ["participant", "meeting_record", "import"] },
    agrees: count,
    disagrees: count,
    passes: count,
  }),
  BodyRecord: object({
    bodyId: text,
    name: text,
    waiting: countOrNull,
    deeds: listOf(object({ deed: text, count })),
    reasons: listOf(object({ reason: text, count: countOrNull })),
    appeals: object({ decided: countOrNull, upheldPercent: countOrNull }),
    medianWaitHours: countOrNull,
    chain: object({ length: count, head: text }),
  }),
  Head: object({ day: text, length: count, hash: text }),
};
