const checkInterval = 500; // milliseconds
const patience = 20_000;

/** Ends this process in good order once this is true, and by force if it does not end. */
export function endOnce(isOver: () => boolean): void {
  const timer = setInterval(() => {
    if (!isOver()) return;
    clearInterval(timer);
    setTimeout(() => process.kill(process.pid, "SIGKILL"), patience).unref();
    process.kill(process.pid, "SIGTERM");
  }, checkInterval);
  timer.unref();
}

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // somebody else's
  }
}
