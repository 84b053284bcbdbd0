import {
  childElement,
  childElements,
  innerText,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { scriptText } from "@/lib/strategies/documents/number-formats";

const grouped = (text: string) => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`);
const raised = (text: string) => (text ? scriptText(text, "super") : "");
const lowered = (text: string) => (text ? scriptText(text, "sub") : "");

/** An equation of Word (OMML) on one line: "a/(b + c)", "√(x)", "10⁶". */
export function equationText(nodes: readonly MarkupNode[]): string {
  return childElements(nodes).map(ommlText).join("");
}

function ommlText(element: MarkupElement): string {
  const part = (name: string) => equationText(childElement(element, name)?.children ?? []);
  const property = (name: string, fallback: string) => {
    const properties = childElements(element.children).find((child) => child.name.endsWith("Pr"));
    return childElement(properties, name)?.attribs["m:val"] ?? fallback;
  };
  switch (element.name) {
    case "m:t":
      return innerText(element.children);
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${grouped(part("m:e"))}${raised(part("m:sup"))}`;
    case "m:sSub":
      return `${grouped(part("m:e"))}${lowered(part("m:sub"))}`;
    case "m:sSubSup":
      return `${grouped(part("m:e"))}${lowered(part("m:sub"))}${raised(part("m:sup"))}`;
    case "m:rad":
      return `${raised(part("m:deg"))}√(${part("m:e")})`;
    case "m:nary":
      return `${property("m:chr", "∫")}${lowered(part("m:sub"))}${raised(part("m:sup"))} ${part("m:e")}`;
    case "m:d": {
      const inner = childElements(element.children).filter(({ name }) => name === "m:e");
      const separator = property("m:sepChr", "|");
      return `${property("m:begChr", "(")}${inner.map((each) => equationText(each.children)).join(separator)}${property("m:endChr", ")")}`;
    }
    case "w:rPr":
    case "m:rPr":
      return "";
    default:
      return equationText(element.children);
  }
}

/** An equation of LibreOffice (MathML) on one line. */
export function mathmlText(nodes: readonly MarkupNode[]): string {
  return childElements(nodes)
    .map(({ name, children }) => {
      const [first, second, third] = childElements(children).map((child) => mathmlText([child]));
      switch (name.replace(/^\w+:/, "")) {
        case "mfrac":
          return `${grouped(first ?? "")}/${grouped(second ?? "")}`;
        case "msup":
          return `${grouped(first ?? "")}${raised(second ?? "")}`;
        case "msub":
          return `${grouped(first ?? "")}${lowered(second ?? "")}`;
        case "msubsup":
          return `${grouped(first ?? "")}${lowered(second ?? "")}${raised(third ?? "")}`;
        case "msqrt":
          return `√(${mathmlText(children)})`;
        case "annotation":
          return "";
        case "mi":
        case "mn":
        case "mo":
        case "mtext":
          return innerText(children);
        default:
          return mathmlText(children);
      }
    })
    .join("");
}
