import { Page } from "@/components/ui/page";
import { QrCode } from "@/components/ui/qr-code";
import { formatMoment } from "@/lib/dates";
import { publicOrigin } from "@/lib/env";
import { paths } from "@/lib/routes";

type Props = { id: string; areaName: string; closesAt: Date | null };

/** A poster for workplaces: what the strategy is, where to comment, and that people stay anonymous. */
export function PosterSheet({ id, areaName, closesAt }: Props) {
  const address = publicOrigin() + paths.strategy(id);
  return (
    <div className="sheet poster">
      <Page title="What should change where you work?">
        <p className="mb-4 print:hidden">Print this page on A4 or A3: it is a poster.</p>
        <p className="mb-4 text-2xl font-semibold">
          {areaName}: decisions are being made about money for transport, skills, housing and business.
        </p>
        <p className="mb-6 text-2xl">Say what it means for your job and your town. It takes 10 minutes.</p>
        <QrCode text={address} label={`A QR code that leads to ${address}`} />
        <p className="mt-3 mb-6 break-words font-mono text-xl">{address}</p>
        <ul className="list-disc space-y-2 pl-6 text-xl">
          <li>We do not ask for your name, email address or employer.</li>
          <li>Union reps read every comment.</li>
          <li>The people who lead the strategy must answer. Everyone can see what is overdue.</li>
          {closesAt && <li>Open until {formatMoment(closesAt)}.</li>}
        </ul>
        <p className="mt-6 text-lg">Use your own phone, not one your employer owns.</p>
      </Page>
    </div>
  );
}
