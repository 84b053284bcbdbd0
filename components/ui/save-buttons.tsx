import { Button, ButtonLink } from "@/components/ui/button";

/** The end of a form: save, or go back without saving. */
export function SaveButtons({ returnUrl, save = "Save" }: { returnUrl: string; save?: string }) {
  return (
    <p className="flex flex-wrap gap-3">
      <Button>{save}</Button>
      <ButtonLink kind="secondary" href={returnUrl}>
        Go back without saving
      </ButtonLink>
    </p>
  );
}
