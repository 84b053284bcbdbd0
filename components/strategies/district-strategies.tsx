import { PhaseTag } from "@/components/strategies/phase-tag";
import { ButtonLink } from "@/components/ui/button";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { boundaryNote, type Cover, coverSentences, strategyName } from "@/lib/strategies/district-strategy.rules";
import { isOpen, takesCommentsFrom } from "@/lib/strategies/strategy.rules";
import type { Phase } from "@/prisma/generated/enums";

type CoverHere = Cover & { strategyId: string; phase: Phase; closesAt: Date | null };
type Lep = { id: string; title: string; kind: { name: string; short: string }; vintages: string[] };

/** What there is to know about who decides in a place: every strategy that covers it, and its LEPs or who took over. */
export function PlaceAnswer({ name, covers, leps }: { name: string; covers: CoverHere[]; leps: Lep[] }) {
  return (
    <>
      {covers.map((cover) => (
        <OneCover key={cover.strategyId} place={name} cover={cover} others={covers.filter((each) => each !== cover)} />
      ))}
      <h2 className="mt-10 mb-2 text-2xl">Who plans for jobs here</h2>
      {[...new Map(leps.map(({ kind }) => [kind.short, kind.name]))]
        .filter(([short, name]) => short.toLowerCase() !== name.toLowerCase())
        .map(([short, name]) => (
          <p key={short} className="mb-2">
            {short} is short for {name}.
          </p>
        ))}
      <ul className="list-disc pl-6">
        {leps.map(({ id, title, kind, vintages }) => (
          <li key={id} className="py-1">
            <a className="link" href={paths.lep(id)}>
              {title}
            </a>
            {leps.filter((lep) => lep.kind.short === kind.short).length > 1 &&
              ` (on the map of April ${vintages.join(" and of April ")})`}
          </li>
        ))}
      </ul>
    </>
  );
}

function OneCover({ place, cover, others }: { place: string; cover: CoverHere; others: CoverHere[] }) {
  const canComment = takesCommentsFrom(cover.role) && isOpen(cover, new Date());
  const note = boundaryNote(place, cover);
  const name = strategyName(cover.areaName);
  return (
    <section className="mt-6 border-t-[6px] border-gold bg-card p-5 sm:p-6">
      <h2 className="mb-2 text-2xl">{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
      {takesCommentsFrom(cover.role) && (
        <p className="mb-3">
          <PhaseTag phase={cover.phase} closesAt={cover.closesAt} />
        </p>
      )}
      <p className="mb-3">{coverSentences(place, cover, others).join(" ")}</p>
      {note && <p className="mb-3 text-muted">{note}</p>}
      {takesCommentsFrom(cover.role) && !canComment && (
        <p className="mb-3">You can read it here. It does not take comments at the moment.</p>
      )}
      {canComment && cover.closesAt && <p className="mb-3">You have until {formatDay(cover.closesAt)}.</p>}
      <ButtonLink href={paths.strategy(cover.strategyId)} kind={canComment ? "primary" : "secondary"}>
        {canComment ? `Read ${name} and have your say` : `Read ${name}`}
      </ButtonLink>
    </section>
  );
}
