import { sourceLinks } from "@/lib/areas/national-facts.rules";

/** Links to the sources of a fact by their sites' names; `otherwise` where a source is no page. */
export function SourceLinks({ source, otherwise = "" }: { source: string | null; otherwise?: string }) {
  const links = sourceLinks(source);
  if (links.length === 0) return otherwise;
  return (
    <span className="text-sm">
      Source:{" "}
      {links.map((link, at) => (
        <span key={link}>
          {at > 0 && ", "}
          <a className="link inline-block py-1" href={link} rel="noreferrer">
            {new URL(link).hostname.replace(/^www\./, "")}
          </a>
        </span>
      ))}
    </span>
  );
}
