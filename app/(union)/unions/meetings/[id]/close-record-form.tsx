import { Button } from "@/components/ui/button";

export function CloseRecordForm({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action}>
      <Button kind="secondary">I have handed out the slips: close this record</Button>
    </form>
  );
}
