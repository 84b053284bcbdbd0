import { expect, test } from "vitest";
import { type Embed, embedSnippet, isEmbedId, renderEmbedPage } from "@/lib/summaries/embed.rules";

const embed: Embed = {
  title: "Black Country: <Comments> & themes",
  note: "A note.",
  columns: ["Comments"],
  rows: [
    { name: 'Pay "and" more', values: ["12"], url: "/strategies/x/summary/comments?lep=y&theme=pay", bars: [1] },
    { name: "Rail", values: ["0"], url: "/nothing", bars: [0] },
    { name: "Buses", values: [null], bars: [0.5] },
  ],
  left: 3,
};

test("a figure is a table with bars, with all text escaped", () => {
  const page = renderEmbedPage("black-country", embed);
  expect(page).toContain("Black Country: &#60;Comments&#62; &#38; themes");
  expect(page).not.toContain("<Comments>");
  expect(page.match(/<rect /g)).toHaveLength(3);
  expect(page).toContain(
    '<td><a href="/strategies/x/summary/comments?lep=y&#38;theme=pay" target="_blank" rel="noopener" aria-label="12 comments: Pay &#34;and&#34; more">12</a></td>',
  );
  expect(page).not.toContain("/nothing");
  expect(page).toMatch(/<th scope="row">Buses<svg .*<\/svg><\/th><td>not shown<\/td>/);
  expect(page).toContain("The 3 largest of 6. A note.");
  expect(page).toContain('href="/leps/black-country" target="_blank" rel="noopener"');
  expect(page).not.toMatch(/<script|style=|https?:/);
});

test("the snippet is one frame with its title", () => {
  expect(embedSnippet("https://ours.example", "black-country", "heard", "Black Country")).toBe(
    '<iframe src="https://ours.example/embed/leps/black-country/heard" title="Black Country: People who took part, compared with jobs, by kind of work" width="640" height="760" loading="lazy" style="border:0;max-width:100%;height:clamp(740px,calc(1440px - 100vw),1120px)"></iframe>',
  );
  expect(["heard", "themes", "toString", "x"].map(isEmbedId)).toEqual([true, true, false, false]);
});
