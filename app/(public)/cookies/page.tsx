import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { deviceStorage, siteCookies } from "@/lib/auth/cookie.rules";

export const metadata: Metadata = { title: "Cookies" };

export default function CookiesPage() {
  return (
    <Page title="Cookies" lead="If you only read, we set none.">
      <p className="mb-4">
        A cookie is a short text that your browser keeps for us. We set those below, and only when you sign in or write.
        The pages cannot do that without them, so the law does not make us ask you first. None of them follows you to
        other sites, and nobody but us can read them.
      </p>
      <Table
        caption="Our cookies"
        head={["name", "what for", "how long"]}
        rows={siteCookies.map(({ name, why, lasts }) => [name, why, lasts])}
      />
      <p>Over a safe connection their names begin with “__Host-”.</p>
      <Table
        caption="What else we keep on a device"
        head={["name", "what for", "how long"]}
        rows={deviceStorage.map(({ name, why, lasts }) => [name, why, lasts])}
      />
    </Page>
  );
}
