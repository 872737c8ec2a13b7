import { Outlet, useLocation } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { SignInPage } from "@/features/signin/SignInPage";
import { FailedPage } from "@/features/start/FailedPage";
import { StartPage } from "@/features/start/StartPage";
import { useAsk } from "@/ipc/queries";
import { Today } from "@/ui/today";
import { BareFrame } from "./BareFrame";
import { Frame } from "./Frame";

/** What the folder holds decides what is shown: the doors, the reason why it cannot be opened, who is there, or the desk. */
export function Root() {
  const session = useAsk("session", null);
  return (
    <Today value={session.data?.today}>
      <Desk session={session} />
    </Today>
  );
}

function Desk({ session }: { session: ReturnType<typeof useAsk<"session">> }) {
  const { pathname } = useLocation();
  if (session.data === undefined) {
    return session.error === null ? <Loading /> : <ErrorNote error={session.error} onRetry={() => session.refetch()} />;
  }
  const { folder } = session.data;
  if (folder.kind === "failed") {
    return (
      <BareFrame session={session.data}>
        <FailedPage error={folder.error} dataFolder={session.data.dataFolder} />
      </BareFrame>
    );
  }
  if (folder.kind === "empty") {
    return (
      <BareFrame session={session.data}>
        {pathname === "/import" ? <Outlet /> : <StartPage dataFolder={session.data.dataFolder} />}
      </BareFrame>
    );
  }
  if (folder.kind === "locked") {
    return (
      <BareFrame session={session.data}>
        <SignInPage office={folder.office} />
      </BareFrame>
    );
  }
  return <Frame session={session.data} folder={folder} />;
}
