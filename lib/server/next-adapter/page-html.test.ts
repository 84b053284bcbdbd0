import { describe, expect, test } from "vitest";
import { carriesNonce, markErrorInTitle, markForms, removeNextScripts } from "@/lib/server/next-adapter/page-html";

const page = `<html><head><link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>
<link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin=""/>
<script src="/_next/static/chunks/a.js" async=""></script></head><body>
<p>I said &lt;script&gt;alert(1)&lt;/script&gt;</p>
<script src="/browser/warn.js" defer=""></script>
<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"\\u003c/script>"])</script></body></html>`;

describe("a page without scripts", () => {
  test("has no script but ours, and all of its text and styles", () => {
    const { html, broken } = removeNextScripts(page);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script src="/browser/warn.js" defer=""></script>');
    expect(html).not.toContain("__next_f");
    expect(html).not.toContain('as="script"');
    expect(html).toContain("a.css");
    expect(html).toContain("a.woff2");
    expect(html).toContain("<p>I said &lt;script&gt;alert(1)&lt;/script&gt;</p>");
    expect(broken).toBe(false);
  });

  test("that needs a script to show a part is broken", () => {
    expect(removeNextScripts('<template id="B:0"></template><div hidden id="S:0">late</div>').broken).toBe(true);
    expect(removeNextScripts('<div hidden=""><!--$--><!--/$--></div>').broken).toBe(false);
  });
});

test("a page carries a nonce only where Next has written it", () => {
  expect(carriesNonce(Buffer.from('<script nonce="abc">run()</script>'), "abc")).toBe(true);
  expect(carriesNonce(Buffer.from(page), "abc")).toBe(false);
});

test("a page with a summary of errors says so in its title, and no text that somebody typed does", () => {
  const page = (body: string) => `<html><head><title>Write a comment</title></head><body>${body}</body></html>`;
  const summary = '<div role="alert" tabindex="-1" data-form-errors="" class="x"><h2>There is a problem</h2></div>';
  expect(markErrorInTitle(page(summary))).toContain("<title>Error: Write a comment</title>");
  for (const body of ["<p>fine</p>", "<p>data-form-errors</p>", "&lt;div data-form-errors&gt;"])
    expect(markErrorInTitle(page(body))).toBe(page(body));
});

test("the first field of each form has a name of this response, and is not sent", () => {
  const form = '<form action="" method="POST" id="a"><input type="hidden" name="$ACTION_REF_1"/></form>';
  const marked = markForms(`<p>&lt;form></p>${form}${form}`, "k7");
  const mark = '<input type="hidden" name="k7" disabled=""/>';
  expect(marked.split(`id="a">${mark}<input type="hidden" name="$ACTION_REF_1"/>`)).toHaveLength(3);
  expect(marked.split(mark)).toHaveLength(3);
});
