import { startSameBytes } from "@/scripts/bench/baseline-copy";
import { type Filled, lepId, makeDatabase, run, strategyId } from "@/scripts/bench/bench-database";
import { get, postComment } from "@/scripts/bench/http-requests";
import { compareLists, type Growth } from "@/scripts/bench/list-growth";
import { compare, idPlace, type Measured } from "@/scripts/bench/measurement";
import { type Weight, weigh } from "@/scripts/bench/page-weight";
import { type Running, startBareInsert, startOurs } from "@/scripts/bench/servers";

/** ratio: the first side's requests a second by the second's; wanted: at least (or, for growth, `atMost`) this. */
export type Comparison = {
  what: string;
  sides: Measured[];
  ratio: number;
  wanted: number;
  atMost?: true;
  note?: string;
};
export type Results = { comparisons: Comparison[]; growth: Growth[]; weight: Weight };

const few = 1_000;
const many = 100_000;
const fewCases = 100;
const json = `/api/v1/strategies/${strategyId}/comments`;

/** Every comparison, on databases of 1,000 and of 100,000 comments. */
export async function compareAll(clusterUrl: string): Promise<Results> {
  const lists = await compareLists(clusterUrl);
  const small = await makeDatabase(clusterUrl, "bench_small", few, 50, fewCases);
  const large = await makeDatabase(clusterUrl, "bench_large", many, 50, many);
  const servers: Running[] = [];
  const keep = async (server: Promise<Running>) => {
    servers.push(await server);
    return server;
  };
  try {
    const onSmall = await keep(startOurs(small.url));
    const onLarge = await keep(startOurs(large.url, { TRUST_PROXY: "1" }));
    const bare = await keep(startSameBytes(large.threadPath, onLarge.port));
    const bareJson = await keep(startSameBytes(json, onLarge.port));
    const bareInsert = await keep(startBareInsert(large.url));
    const weight = await weigh(large.threadPath, onLarge.port);
    const comparisons = [
      await against("a thread of 50 comments, anybody", 0.5, onLarge, bare, get(large.threadPath, onLarge.port)),
      await against("the same, signed in", 0.01, onLarge, bare, get(large.threadPath, onLarge.port, cookie(large))),
      await against("50 comments as JSON", 0.1, onLarge, bareJson, get(json, onLarge.port)),
      await growth("growth: the thread, made anew each time", threadMadeAnew, [onSmall, small], [onLarge, large]),
      await growth("growth: 50 comments as JSON, made anew", () => jsonMadeAnew, [onSmall, small], [onLarge, large]),
      await growth("growth: a LEP’s summary, from memory", () => `/leps/${lepId}`, [onSmall, small], [onLarge, large]),
      await growth("growth: a LEP’s summary, made anew", () => summaryMadeAnew, [onSmall, small], [onLarge, large]),
      await queueGrowth([onSmall, small], [onLarge, large]),
      await accepted(onLarge, bareInsert, large),
    ];
    return { comparisons, growth: lists, weight };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

const cookie = ({ sessionToken }: Filled) => `session=${sessionToken}`;

async function against(
  what: string,
  wanted: number,
  ours: Running,
  bare: Running,
  request: string,
): Promise<Comparison> {
  const sides = await compare([
    { name: "ours", ...ours, request },
    { name: "bare node:http", ...bare, request },
  ]);
  return { what, sides, ratio: ratioOf(sides), wanted };
}

// a cursor that nobody used before is in no memory; this one stands before everything, or after it
const threadMadeAnew = ({ threadPath }: Filled) => `${threadPath}?after=2000-01-01.${idPlace}`;
const jsonMadeAnew = `${json}?cursor=2100-01-01.${idPlace}`;

// written like this, the address leads to the same page, and is in no memory
const summaryMadeAnew = `/leps/${lepId.replace("-", "%2D")}`;

/** The same page where there are few comments and where there are many: how much dearer it is. */
async function growth(
  what: string,
  path: (filled: Filled) => string,
  few: [Running, Filled],
  many: [Running, Filled],
): Promise<Comparison> {
  const side = (name: string, [server, filled]: [Running, Filled]) => ({
    name,
    ...server,
    request: get(path(filled), server.port),
  });
  const sides = await compare([side("1,000 comments", few), side("100,000 comments", many)], { rounds: 5 });
  return { what, sides, ratio: ratioOf(sides), wanted: 1.2, atMost: true };
}

/** A rep's queue where 100 cases wait, and where 100,000 do. */
export async function queueGrowth(few: [Running, Filled], many: [Running, Filled]): Promise<Comparison> {
  const side = (name: string, [server, { repToken }]: [Running, Filled]) => ({
    name,
    ...server,
    request: get("/moderation", server.port, `session=${repToken}`),
  });
  const sides = await compare([side("100 open cases", few), side("100,000 open cases", many)], { rounds: 5 });
  const strange = sides.flatMap(({ statuses }) => Object.keys(statuses)).find((status) => status !== "200");
  if (strange) throw new Error(`The queue answered ${strange}: this measures nothing.`); // as when a second step is asked
  return { what: "growth: a rep's queue", sides, ratio: ratioOf(sides), wanted: 1.2, atMost: true };
}

async function accepted(ours: Running, bare: Running, { url }: Filled): Promise<Comparison> {
  const count = async () => Number((await run(url, "SELECT count(*) AS n FROM comments WHERE state = 'held'"))[0]?.n);
  // each in words of its own, and from a network of its own: many from one would be asked for a puzzle
  const words = `Bus ${idPlace} leaves at six. My shift starts at half past five. Please run one earlier.`;
  const form = await postComment(`/strategies/${strategyId}/sections/1/write`, ours.port, "gzip", words);
  const request = form.replace("\r\n", `\r\nX-Forwarded-For: ${idPlace}\r\n`);
  const sides = await compare(
    [
      { name: "ours", ...ours, request },
      { name: "bare INSERT", ...bare, request },
    ],
    { connections: 8 },
  );
  return {
    what: "comments accepted",
    sides,
    ratio: ratioOf(sides),
    wanted: 0.1,
    note: `${await count()} are in the database, waiting for a rep`,
  };
}

const ratioOf = ([first, second]: Measured[]) => (first && second ? first.perSecond / second.perSecond : 0);
