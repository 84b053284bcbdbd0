import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { MandateFacts } from "@/components/unions/mandate-facts";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { Mandate } from "@/lib/unions/responses/mandate.rules";

type Revision = { number: number; week: Date; why: string | null };
type Props = {
  id: string;
  strategyId: string;
  number: number;
  newest: number;
  mandate: Mandate;
  parts: { partKey: string; title: string; text: string }[];
  revisions: Revision[];
};

/** A published collective response with its mandate and its revisions. */
export function ResponseText({ mandate, parts, number, newest, ...rest }: Props) {
  return (
    <>
      {number < newest && (
        <Callout tone="warning" title="There is a newer version">
          <p>
            The union has since changed this.{" "}
            <a className="link" href={paths.response(rest.strategyId, rest.id)}>
              Read the current version
            </a>
          </p>
        </Callout>
      )}
      <Callout title="One response for many members">
        <p>A union wrote this for its members. We never add it to comments that people sent themselves.</p>
      </Callout>
      <h2 className="mb-3 text-2xl">Who it speaks for</h2>
      <MandateFacts mandate={mandate} />
      {parts.map(({ partKey, title, text }) => (
        <section key={partKey} aria-labelledby={`part-${partKey}`} className="mb-8">
          <h2 id={`part-${partKey}`} className="mb-2 text-2xl">
            {title}
          </h2>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </section>
      ))}
      <History number={number} newest={newest} {...rest} />
    </>
  );
}

function History({ id, strategyId, number, newest, revisions }: Omit<Props, "mandate" | "parts">) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 text-2xl">
        Changes
      </h2>
      <ol reversed>
        {revisions.map((revision) => {
          const label = `Number ${revision.number}, week of ${formatDay(revision.week)}`;
          const href =
            revision.number === newest
              ? paths.response(strategyId, id)
              : paths.responseRevision(strategyId, id, revision.number);
          return (
            <li key={revision.number} className="border-line border-t py-3">
              {revision.number === number ? (
                <span>{label} (you are reading this one)</span>
              ) : (
                <TextLink href={href}>{label}</TextLink>
              )}
              {revision.why && <span className="block text-muted">{revision.why}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
