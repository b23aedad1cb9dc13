"""Runs a program in a real pseudo-terminal of 80 x 24 and types at it as a person would.

Reads one JSON object: argv, cwd, env and steps. A step is ["see", TEXT] (wait until it was printed since the last
step that saw something), ["type", TEXT], ["kill"], ["stop"] (close the terminal), ["make", PATH] (a file that tells
others how far it is) or ["file", PATH] (wait for theirs).
Prints one JSON object: all that was printed, the exit code (negative: the signal), and the step that failed, if one did.
"""
import fcntl, json, os, pty, select, signal, struct, sys, termios, time

PATIENCE = 20.0
job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.chdir(job["cwd"])
    os.execve(job["argv"][0], job["argv"], job["env"])

printed = b""
is_open = True


def read(seconds):
    global printed, is_open
    if not is_open:
        return
    if not select.select([terminal], [], [], seconds)[0]:
        return
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        piece = b""
    if piece == b"":
        is_open = False
    printed += piece


def see(text, since):
    end = time.monotonic() + PATIENCE
    wanted = text.encode()
    while wanted not in printed[since:]:
        if time.monotonic() > end or not is_open:
            return None
        read(0.05)
    return printed.index(wanted, since) + len(wanted)


failed = None
since = 0
for step in job["steps"]:
    kind, value = step[0], step[1] if len(step) > 1 else ""
    if kind == "see":
        found = see(value, since)
        if found is None:
            failed = step
            break
        since = found
    elif kind == "type":
        data = value.encode()
        while data:
            read(0)
            data = data[os.write(terminal, data[:512]):]
    elif kind == "kill":
        os.kill(pid, signal.SIGKILL)
    elif kind == "stop":
        os.close(terminal)
        is_open = False
    elif kind == "make":
        open(value, "w").close()
    elif kind == "file":
        end = time.monotonic() + PATIENCE
        while not os.path.exists(value) and time.monotonic() < end:
            read(0.01)

end = time.monotonic() + (0.0 if failed else PATIENCE)
done, status = os.waitpid(pid, os.WNOHANG)
while done == 0 and time.monotonic() < end:
    read(0.05)
    if not is_open:
        time.sleep(0.02)
    done, status = os.waitpid(pid, os.WNOHANG)
if done == 0:
    os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
while is_open:
    before = len(printed)
    read(0.05)
    if len(printed) == before:
        break
print(json.dumps({
    "printed": printed.decode("utf-8", "replace"),
    "exit": os.waitstatus_to_exitcode(status),
    "failed": failed,
}))
