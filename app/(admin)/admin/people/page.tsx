import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { Select } from "@/components/forms/fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { numeric, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { countLabel, formatNumber, partOf } from "@/lib/numbers";
import { enoughReps, roleNames, shortageText } from "@/lib/people/grant.rules";
import {
  type AreaStaffing,
  listAreaStaffing,
  listRoleHolders,
  listRoleScopes,
  type RoleFilter,
  type RoleHolder,
  type RoleScopes,
} from "@/lib/people/role-holder.queries";
import { paths } from "@/lib/routes";
import { endSessions } from "./actions";

export const metadata: Metadata = { title: "People and roles" };

type Props = {
  searchParams: Promise<{ body?: string | string[]; union?: string | string[]; role?: string | string[] }>;
};

/** Areas without enough reps, and who has which role. */
export default async function PeoplePage({ searchParams }: Props) {
  const person = await requireRole("admin", paths.people);
  const filter = singleParams(await searchParams);
  const [areas, holders, scopes] = await Promise.all([
    listAreaStaffing(person),
    listRoleHolders(person, filter),
    listRoleScopes(person),
  ]);
  return (
    <Page title="People and roles" lead="Who can do what, where, and for how long." wide>
      <ButtonLink href={paths.newRole}>Give somebody a role</ButtonLink>
      <Areas areas={areas} />
      <section aria-labelledby="roles" className="mt-12">
        <h2 id="roles" className="mb-3 text-2xl">
          Who has which role
        </h2>
        <FilterForm filter={filter} scopes={scopes} />
        <Holders holders={holders} isFiltered={Object.values(filter).some(Boolean)} />
      </section>
    </Page>
  );
}

function Areas({ areas }: { areas: AreaStaffing[] }) {
  const short = areas.filter(({ isEnough }) => !isEnough);
  const { reps, unions } = enoughReps;
  return (
    <section aria-labelledby="areas" className="mt-10">
      <h2 id="areas" className="mb-3 text-2xl">
        Areas without enough reps
      </h2>
      <p className="measure">
        Each area needs at least {reps} reps, from at least {unions} unions. This means somebody from another union can
        decide an appeal.
      </p>
      {areas.length === 0 && (
        <EmptyState next={{ href: paths.officerStrategies, label: "Publish a strategy" }}>
          There are no consultations yet.
        </EmptyState>
      )}
      {areas.length > 0 && short.length === 0 && (
        <Callout tone="good">
          <p>Every area has enough reps.</p>
        </Callout>
      )}
      {short.length > 0 && (
        <Table
          caption={`In ${partOf(short.length, areas.length, "area")}`}
          head={["Area", numeric("Reps"), numeric("Unions"), "Needs", "Consultation"]}
          rows={short.map((area) => [
            <TextLink key="area" href={`${paths.people}?body=${area.id}`}>
              {area.name}
            </TextLink>,
            formatNumber(area.reps),
            formatNumber(area.unions),
            shortageText(area),
            area.isOpen ? "Open now" : "Not open",
          ])}
        />
      )}
    </section>
  );
}

const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

function FilterForm({ filter, scopes }: { filter: RoleFilter; scopes: RoleScopes }) {
  const roles = Object.entries(roleNames).map(([value, label]) => ({ value, label }));
  return (
    <form method="get" action={paths.people} className="gap-x-6 sm:grid sm:grid-cols-4 sm:items-end">
      <Select
        name="body"
        label="Area or body"
        emptyLabel="All"
        options={scopes.bodies.map(toOption)}
        defaultValue={filter.body}
      />
      <Select
        name="union"
        label="Union"
        emptyLabel="All"
        options={scopes.unions.map(toOption)}
        defaultValue={filter.union}
      />
      <Select name="role" label="Role" emptyLabel="All" options={roles} defaultValue={filter.role} />
      <div className="mb-6">
        <Button kind="secondary">Show these</Button>
      </div>
    </form>
  );
}

function Holders({ holders, isFiltered }: { holders: RoleHolder[]; isFiltered: boolean }) {
  return (
    <>
      {holders.length === 0 ? (
        <EmptyState next={{ href: paths.newRole, label: "Give somebody a role" }}>Nobody has this role.</EmptyState>
      ) : (
        <Table
          caption={countLabel(holders.length, "role")}
          head={["Person", "Role", "For", "Since", "Until", "Last signed in", "Signed in now", "End role"]}
          rows={holders.map((holder) => [
            holder.label,
            roleNames[holder.role],
            [holder.body, holder.union].filter(Boolean).join(", ") || "The service",
            formatDay(holder.grantedAt),
            holder.lastDay ? formatDay(holder.lastDay) : "No end date",
            holder.lastSignIn ? formatDay(holder.lastSignIn) : "Never",
            holder.sessions > 0 ? (
              <ActionButton key="sessions" action={endSessions.bind(null, { id: holder.id })}>
                Sign out<span className="sr-only"> {holder.label} everywhere</span>
              </ActionButton>
            ) : (
              "No"
            ),
            <TextLink key="end" href={paths.endRole(holder.id)}>
              End<span className="sr-only"> the role of {holder.label}</span>
            </TextLink>,
          ])}
        />
      )}
      {isFiltered && (
        <p>
          <TextLink href={paths.people}>Show all roles</TextLink>
        </p>
      )}
    </>
  );
}
