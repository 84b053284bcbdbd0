import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { prerender } from "react-dom/static";
import { type Route, type RouteName, routes } from "@/lib/routes";

// What somebody sees who requests every address of lib/routes.ts: the body of each page, feed, file and API response,
// made by the modules under app/, with its headers. ETag and Content-Length follow from the body.

type Values = Record<string, string>;
type Context = { params: Promise<Values>; searchParams: Promise<Values> };
type AppModule = {
  default?: (context: Context) => React.ReactNode | Promise<React.ReactNode>;
  GET?: (request: Request, context: Context) => Promise<Response>;
};

/** An address that is observed: the name of its route, the values of its segments, and its query. */
export type Address = { route: RouteName; values: Values; query: Values };

const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)(page\.tsx|route\.ts)$/.test(file),
);

/** The file under app/ of a route; several groups may hold parts of one address. */
function findFile(path: string): string {
  const pattern = (file: string) =>
    `/${file
      .split("/")
      .slice(0, -1)
      .filter((name) => !name.startsWith("("))
      .map((name) => name.replace(/^\[(.+)\]$/, ":$1"))
      .join("/")}`;
  const file = files.find((one) => pattern(one) === path);
  if (!file || !existsSync(join("app", file))) throw new Error(`no file for ${path}`);
  return file;
}

/** Whether an address answers a GET at all: some only take forms. */
export async function isReadable(route: RouteName): Promise<boolean> {
  const { default: page, GET } = await load(route);
  return page !== undefined || GET !== undefined;
}

const load = (route: RouteName) =>
  import(join(process.cwd(), "app", findFile(routes[route].path))) as Promise<AppModule>;

/** One address as text: status or kind, headers, body. */
export async function view({ route, values, query }: Address): Promise<string> {
  const { default: page, GET } = await load(route);
  const context = { params: Promise.resolve(values), searchParams: Promise.resolve(query) };
  try {
    if (GET) {
      const url = `http://localhost${fill(routes[route].path, values)}?${new URLSearchParams(query)}`;
      const response = await GET(new Request(url), context);
      const body = Buffer.from(await response.arrayBuffer());
      const text = isZip(body) ? archiveText(body) : body.toString("utf8");
      return `${response.status} ${JSON.stringify([...response.headers])} ${text}`;
    }
    if (!page) return "no GET";
    const { prelude } = await prerender(await page(context));
    return `200 ${await new Response(prelude).text()}`;
  } catch (error) {
    const digest = (error as { digest?: string }).digest;
    if (digest?.startsWith("NEXT_")) return digest; // not found, or a redirect
    throw new Error(`${routes[route].path}: ${error}`, { cause: error });
  }
}

/** Every address as text, by address. */
export async function viewAll(addresses: readonly Address[]): Promise<Map<string, string>> {
  const views = new Map<string, string>();
  for (const address of addresses)
    views.set(
      `${fill(routes[address.route].path, address.values)} ${JSON.stringify(address.query)}`,
      await view(address),
    );
  return views;
}

/** The addresses that differ, with short hashes of both. */
export function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].flatMap(([address, text]) => (before.get(address) === text ? [] : [address]));
}

/** All routes that everybody may open, or only those of some people. */
export const routesWhere = (wanted: (route: Route) => boolean): RouteName[] =>
  (Object.entries(routes) as [RouteName, Route][]).flatMap(([name, route]) => (wanted(route) ? [name] : []));

const fill = (path: string, values: Values) => path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "x");
/** The texts, figures and pictures of a workbook or a document. Its ids are made anew each time, as are the times in its archive. */
function archiveText(body: Buffer): string {
  const parts = Object.entries(unzipSync(body)).filter(([name]) => !/^docProps\/|\.rels$/.test(name));
  const texts = parts.map(([name, bytes]) => {
    const text = Buffer.from(bytes).toString("utf8");
    return name.endsWith(".xml")
      ? `${name} ${text.replace(/<[^>]*>/g, " ")}`
      : digest(Buffer.from(bytes).toString("hex"));
  });
  return texts.sort().join("\n");
}
const isZip = (body: Buffer) => body.subarray(0, 2).toString() === "PK";

export const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
