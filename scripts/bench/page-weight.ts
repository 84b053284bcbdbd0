import { get as httpGet } from "node:http";

export type PageWeight = { html: number; css: number; scripts: number; fonts: number };

/** What a browser loads for a page, gzipped, in bytes as they cross the wire (bodies only). */
export async function measurePageWeight(path: string, port: number): Promise<PageWeight> {
  const page = await bytesOf(path, port, "identity");
  const html = page.toString("utf8");
  const sheets = addresses(html, /<link [^>]*rel="stylesheet"[^>]*>/g, "href");
  const scripts = addresses(html, /<script [^>]*src="[^"]+"[^>]*>/g, "src");
  const css = await Promise.all(sheets.map((sheet) => bytesOf(sheet, port, "identity")));
  const fonts = addresses(html, /<link [^>]*as="font"[^>]*>/g, "href");
  const sum = async (all: string[]) => {
    const sizes = await Promise.all(all.map(async (one) => (await bytesOf(one, port, "gzip")).length));
    return sizes.reduce((total, size) => total + size, 0);
  };
  const faces = css.flatMap((sheet) =>
    [...sheet.toString("utf8").matchAll(/url\("?([^")]+latin-wght[^")]*\.woff2)"?\)/g)].map(([, at = ""]) => at),
  );
  const typefaces = [
    ...new Set([...fonts, ...faces.map((face) => new URL(face, `http://localhost${sheets[0] ?? "/"}`).pathname)]),
  ];
  return { html: await sum([path]), css: await sum(sheets), scripts: await sum(scripts), fonts: await sum(typefaces) };
}

function addresses(html: string, tags: RegExp, attribute: string): string[] {
  return [...html.matchAll(tags)]
    .map(([tag]) => new RegExp(`${attribute}="([^"]+)"`).exec(tag)?.[1] ?? "")
    .filter(Boolean);
}

function bytesOf(path: string, port: number, encoding: string): Promise<Buffer> {
  const headers = { host: `localhost:${port}`, "accept-encoding": encoding };
  return new Promise((done, fail) => {
    httpGet({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        response.statusCode === 200 ? done(Buffer.concat(chunks)) : fail(new Error(`${path}: ${response.statusCode}`)),
      );
    }).on("error", fail);
  });
}
