import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { listFactorResets } from "@/lib/auth/second-factors/factor-reset.queries";
import { countLabel } from "@/lib/numbers";
import { countComplaints } from "@/lib/people/complaints/complaint.queries";
import { listAreaStaffing } from "@/lib/people/role-holder.queries";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Running the service" };

/** The start page of admins: what waits for them, and links to the rest. */
export default async function AdminPage() {
  const person = await requireRole("admin", paths.admin);
  const [{ open, overdue }, resets, areas] = await Promise.all([
    countComplaints(),
    listFactorResets(person),
    listAreaStaffing(person),
  ]);
  const shortAreas = areas.filter(({ isEnough }) => !isEnough).length;
  const toConfirm = resets.filter(({ canConfirm }) => canConfirm).length;
  return (
    <Page title="Running the service" lead="What waits for an admin, and where the rest is.">
      <ul>
        {[
          {
            href: paths.adminComplaints,
            label: "Complaints",
            now: `${open === 0 ? "Nothing waits" : `${countLabel(open, "complaint")} to answer`}${overdue ? `, ${overdue} too late` : ""}.`,
          },
          {
            href: paths.people,
            label: "People and roles",
            now: shortAreas ? `${countLabel(shortAreas, "area")} without enough reps.` : "No area lacks reps.",
          },
          {
            href: paths.lostFactors,
            label: "Who lost their second step",
            now: toConfirm ? `${toConfirm} for you to confirm.` : "Nothing waits for you.",
          },
          {
            href: paths.originals,
            label: "Sealed originals",
            now: "Where two people must agree before one is opened.",
          },
          {
            href: paths.officerStrategies,
            label: "Strategies",
            now: "Publish, check as second person, close, archive.",
          },
          { href: paths.bodies, label: "Bodies", now: "LEPs, councils and authorities, and kinds of strategy." },
        ].map(({ href, label, now }) => (
          <li key={href} className="border-line border-t py-3">
            <TextLink className="text-xl" href={href}>
              {label}
            </TextLink>
            <p>{now}</p>
          </li>
        ))}
      </ul>
      <p className="mt-8">
        The first admin, keys, backups and checks come from the command line: see the page on operating.
      </p>
    </Page>
  );
}
