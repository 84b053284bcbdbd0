import type { Metadata } from "next";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay, isoDay } from "@/lib/dates";
import { type AreaRota, listOwnAbsences, listRotas } from "@/lib/moderation/rota/rota.queries";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";
import { removeAbsence, submitAbsence, submitShift } from "./actions";

export const metadata: Metadata = { title: "Rota" };

export default async function RotaPage() {
  const person = await requireRole("rep", paths.rota);
  const [rotas, absences] = await Promise.all([listRotas(person), listOwnAbsences(person)]);
  return (
    <Page
      title="Rota"
      crumbs={listCrumbs(paths.rota, rolesOf(person))}
      lead="Who looks after the queue each week, and who is away."
    >
      {rotas.map((rota) => (
        <Rota key={rota.id} {...rota} />
      ))}
      <section aria-labelledby="away-title" className="mt-12 border-line border-t pt-6">
        <h2 id="away-title" className="mb-2 text-2xl">
          When you are away
        </h2>
        <p className="mb-4">
          You get no new cases while you are away. Cases you hold go back to your colleagues. If all reps in an area are
          away, urgent cases go to another area.
        </p>
        <ul className="mb-4">
          {absences.map(({ id, from, to }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-2">
              {dayRange(from, to)}
              <ActionButton action={removeAbsence.bind(null, { id })}>
                I am back<span className="sr-only"> {dayRange(from, to)}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
        <ActionForm action={submitAbsence} className="max-w-sm">
          <TextField name="from" type="date" label="First day" />
          <TextField name="to" type="date" label="Last day" />
          <Button kind="secondary">Add absence</Button>
        </ActionForm>
      </section>
    </Page>
  );
}

const dayRange = (from: Date, to: Date) =>
  from.getTime() === to.getTime() ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;

function Rota({ id, name, weeks, absences }: AreaRota) {
  return (
    <section aria-labelledby={`rota-${id}`} className="mb-8">
      <h2 id={`rota-${id}`} className="mb-2 text-2xl">
        {name}
      </h2>
      <ul>
        {weeks.map(({ week, onDuty, isOwnShift }, at) => (
          <li
            key={week.toISOString()}
            className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-2"
          >
            <div>
              <p>
                <strong>{at === 0 ? "This week" : `Week of ${formatDay(week)}`}</strong>
                {isOwnShift && (
                  <>
                    {" "}
                    <Tag tone="info">You</Tag>
                  </>
                )}
              </p>
              <p className="text-muted">
                {onDuty.length === 0 ? "Nobody yet" : onDuty.map(({ label }) => label).join(", ")}
              </p>
            </div>
            <ActionButton action={submitShift.bind(null, { areaId: id, week: isoDay(week), isTaken: !isOwnShift })}>
              {isOwnShift ? "Leave the rota" : "Go on duty"}
              <span className="sr-only">
                : {name}, week of {formatDay(week)}
              </span>
            </ActionButton>
          </li>
        ))}
      </ul>
      {absences.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-xl">Away</h3>
          <ul className="list-disc pl-6">
            {absences.map(({ label, from, to }) => (
              <li key={`${label} ${from.toISOString()} ${to.toISOString()}`}>
                {label}: {dayRange(from, to)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
