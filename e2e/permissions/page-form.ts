// The forms of a page as a browser without scripts would fill and send them.

export type PageForm = {
  /** What sets it apart on its page; "" where it is the only one. */
  name: string;
  fields: [name: string, value: string][];
};

const decode = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
};

/**
 * The forms of the kit that take typed text, with that text in each of their fields, the first choice of each group, and
 * none of their buttons.
 */
export function fillTextForms(html: string, text: string): PageForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].flatMap(([, content = ""]) => {
    const fields: [string, string][] = [];
    let takesText = false;
    for (const [tag] of content.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
      const name = attribute(tag, "name");
      const type = tag.startsWith("<textarea") ? "textarea" : (attribute(tag, "type") ?? "select");
      if (name === undefined || type === "file" || tag.includes(" disabled=")) continue;
      if (type === "hidden") fields.push([name, attribute(tag, "value") ?? ""]);
      else if (type === "radio" || type === "checkbox") {
        if (!fields.some(([known]) => known === name)) fields.push([name, attribute(tag, "value") ?? ""]);
      } else if (type === "textarea" || type === "text") {
        fields.push([name, text]);
        takesText = true;
      } else if (type === "date") fields.push([name, "2098-03-31"]);
      else if (type === "number") fields.push([name, "1"]);
    }
    const origin = fields.find(([name]) => name === "$form")?.[1];
    if (!takesText || origin === undefined) return [];
    return [{ name: new URLSearchParams(origin).get("name") ?? "", fields }];
  });
}

export function toFormData(fields: PageForm["fields"]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** The same form from a page that was made by another build. */
export const fromAnotherBuild = (fields: PageForm["fields"]): PageForm["fields"] =>
  fields.map(([name, value]) => {
    if (name.startsWith("$ACTION_ID_")) return [`$ACTION_ID_${"0".repeat(42)}`, value];
    return [
      name,
      /^\$ACTION_\w+:0$/.test(name) ? value.replace(/"id":"[0-9a-f]+"/, `"id":"${"0".repeat(42)}"`) : value,
    ];
  });

/** The same form about something that is not there: each id that is bound to its action is another. */
export const aboutNothing = (fields: PageForm["fields"]): PageForm["fields"] =>
  fields.map(([name, value]) => {
    if (!/^\$ACTION_\w+:1$/.test(name)) return [name, value];
    const [bound, ...rest] = JSON.parse(value) as [Record<string, unknown>, ...unknown[]];
    const changed = Object.entries(bound ?? {}).map(([key, id]) => [key, typeof id === "string" && id ? "gone" : id]);
    return [name, JSON.stringify([Object.fromEntries(changed), ...rest])];
  });
