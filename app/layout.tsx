import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { DemoBanner } from "@/components/layout/demo-banner";
import { SessionNotice } from "@/components/layout/session-notice";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { getHeaderPerson, getSessionLimits, type HeaderPerson } from "@/lib/auth/current-session";
import { isDemo } from "@/lib/env";
import { areaMark, areaOf, type Crumb, listCrumbs, pathHeader } from "@/lib/server/breadcrumbs";
import { isHydrated } from "@/lib/server/route-table";
import { findAreaName } from "@/lib/strategies/area-name.queries";
import "@/app/globals.css";

// lib/server caches pages; Next itself caches none
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { template: "%s – At the Table", default: "At the Table: working people on local industrial strategies" },
  description: "Say what your area's industrial strategy means for your job and your town.",
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#5b1a4f" },
    { media: "(prefers-color-scheme: dark)", color: "#3a1233" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const person = await getHeaderPerson();
  const limits = await getSessionLimits(); // none on a page for everybody, which is made for nobody
  return (
    <html lang="en-GB">
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        {isDemo() && <DemoBanner />}
        <SiteHeader person={person} />
        <div className="shell">
          <Breadcrumbs crumbs={await getCrumbs(person)} />
        </div>
        <main id="main" tabIndex={-1} className="grow">
          {children}
        </main>
        {limits && <SessionNotice {...limits} />}
        <SiteFooter />
        <script src="/browser/leave.js" defer />
        <script src="/browser/header.js" defer />
      </body>
    </html>
  );
}

/**
 * The pages above this one. Hydrated pages show their own: Next keeps this layout when it goes from one to the next. On a
 * page of an error, or when the name cannot be read, what has no name is left out.
 */
async function getCrumbs(person: HeaderPerson): Promise<Crumb[]> {
  const path = (await headers()).get(pathHeader);
  if (!path || isHydrated(path)) return [];
  const crumbs = listCrumbs(path, typeof person === "object" ? person.roles : null);
  const area = areaOf(crumbs);
  const name = area && (await findAreaName(area).catch(() => null));
  if (!area || name) return crumbs.map((crumb) => ({ ...crumb, label: crumb.label.replace(areaMark, name ?? "") }));
  return crumbs.filter(({ path: own }) => !own.split("/").includes(area.slug));
}
