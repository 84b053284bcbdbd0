import { startBaselineCopy } from "@/scripts/bench/baseline-copy";
import { type BenchDatabase, createBenchDatabase, lepId, strategyId } from "@/scripts/bench/bench-database";
import { get } from "@/scripts/bench/http-requests";
import { compareLists, type Growth } from "@/scripts/bench/list-growth";
import { compare, idPlaceholder, type Measurement } from "@/scripts/bench/measurement";
import { measurePageWeight, type PageWeight } from "@/scripts/bench/page-weight";
import { type RunningProcess, startInsertBaseline, startService } from "@/scripts/bench/servers";
import { acceptedTarget, benchWrites, type WriteBench } from "@/scripts/bench/writes";

/** ratio: the first side's requests a second by the second's; target: at least (or, for growth, `atMost`) this. */
export type Comparison = {
  label: string;
  sides: Measurement[];
  ratio: number;
  target: number;
  atMost?: true;
  note?: string;
};
export type Results = { comparisons: Comparison[]; growth: Growth[]; weight: PageWeight };

const few = 1_000;
const many = 100_000;
const fewCases = 100;
const json = `/api/v1/strategies/${strategyId}/comments`;

/** Every comparison, on databases of 1,000 and of 100,000 comments. */
export async function compareAll(clusterUrl: string): Promise<Results> {
  const lists = await compareLists(clusterUrl);
  const small = await createBenchDatabase(clusterUrl, "bench_small", few, 50, fewCases);
  const large = await createBenchDatabase(clusterUrl, "bench_large", many, 50, many);
  const servers: RunningProcess[] = [];
  const track = async (server: Promise<RunningProcess>) => {
    servers.push(await server);
    return server;
  };
  try {
    const onSmall = await track(startService(small.url));
    const onLarge = await track(startService(large.url, { TRUST_PROXY: "1" }));
    const bare = await track(startBaselineCopy(large.threadPath, onLarge.port));
    const bareJson = await track(startBaselineCopy(json, onLarge.port));
    const bareInsert = await track(startInsertBaseline(large.url));
    const weight = await measurePageWeight(large.threadPath, onLarge.port);
    const comparisons = [
      await compareWithBaseline(
        "a thread of 50 comments, anybody",
        0.5,
        onLarge,
        bare,
        get(large.threadPath, onLarge.port),
      ),
      await compareWithBaseline(
        "the same, signed in",
        0.01,
        onLarge,
        bare,
        get(large.threadPath, onLarge.port, cookie(large)),
      ),
      await compareWithBaseline("50 comments as JSON", 0.1, onLarge, bareJson, get(json, onLarge.port)),
      await growth("growth: the thread, made anew each time", uncachedThreadPath, [onSmall, small], [onLarge, large]),
      await growth(
        "growth: 50 comments as JSON, made anew",
        () => uncachedJsonPath,
        [onSmall, small],
        [onLarge, large],
      ),
      await growth("growth: a LEP’s summary, from memory", () => `/leps/${lepId}`, [onSmall, small], [onLarge, large]),
      await growth("growth: a LEP’s summary, made anew", () => uncachedSummaryPath, [onSmall, small], [onLarge, large]),
      await queueGrowth([onSmall, small], [onLarge, large]),
      ...(await benchWrites(onLarge, bareInsert, large)).map(asComparison),
    ];
    return { comparisons, growth: lists, weight };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

const cookie = ({ sessionToken }: BenchDatabase) => `session=${sessionToken}`;

async function compareWithBaseline(
  label: string,
  target: number,
  ours: RunningProcess,
  bare: RunningProcess,
  request: string,
): Promise<Comparison> {
  const sides = await compare([
    { name: "ours", ...ours, request },
    { name: "bare node:http", ...bare, request },
  ]);
  return { label, sides, ratio: ratioOf(sides), target };
}

// a cursor that nobody used before is not cached; this one is before everything, or after it
const uncachedThreadPath = ({ threadPath }: BenchDatabase) => `${threadPath}?after=2000-01-01.${idPlaceholder}`;
const uncachedJsonPath = `${json}?cursor=2100-01-01.${idPlaceholder}`;

// written like this, the address leads to the same page, and is in no memory
const uncachedSummaryPath = `/leps/${lepId.replace("-", "%2D")}`;

/** The same page where there are few comments and where there are many: how much more expensive it is. */
async function growth(
  label: string,
  path: (filled: BenchDatabase) => string,
  few: [RunningProcess, BenchDatabase],
  many: [RunningProcess, BenchDatabase],
): Promise<Comparison> {
  const side = (name: string, [server, filled]: [RunningProcess, BenchDatabase]) => ({
    name,
    ...server,
    request: get(path(filled), server.port),
  });
  const sides = await compare([side("1,000 comments", few), side("100,000 comments", many)], { rounds: 5 });
  return { label, sides, ratio: ratioOf(sides), target: 1.2, atMost: true };
}

/** A rep's queue where 100 cases wait, and where 100,000 do. */
export async function queueGrowth(
  few: [RunningProcess, BenchDatabase],
  many: [RunningProcess, BenchDatabase],
): Promise<Comparison> {
  const side = (name: string, [server, { repToken }]: [RunningProcess, BenchDatabase]) => ({
    name,
    ...server,
    request: get("/moderation", server.port, `session=${repToken}`),
  });
  const sides = await compare([side("100 open cases", few), side("100,000 open cases", many)], { rounds: 5 });
  const unexpected = sides.flatMap(({ statuses }) => Object.keys(statuses)).find((status) => status !== "200");
  if (unexpected) throw new Error(`The queue answered ${unexpected}: this measures nothing.`); // for example when a second factor is required
  return { label: "growth: a rep's queue", sides, ratio: ratioOf(sides), target: 1.2, atMost: true };
}

/** Comments and reactions accepted, on a database of its own. */
export async function compareWrites(clusterUrl: string, comments: number): Promise<WriteBench[]> {
  const database = await createBenchDatabase(clusterUrl, "bench_writes", comments);
  const ours = await startService(database.url, { TRUST_PROXY: "1", WARM_PAGES: "0" });
  const bare = await startInsertBaseline(database.url);
  try {
    return await benchWrites(ours, bare, database);
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

const asComparison = ({ label, sides, best, note }: WriteBench): Comparison => ({
  ...{ label, sides, ratio: best, target: acceptedTarget, note },
});

const ratioOf = ([first, second]: Measurement[]) => (first && second ? first.perSecond / second.perSecond : 0);
