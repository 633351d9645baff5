from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    DONE = auto()


class Machine:
    TRANSITIONS = {
        (State.IDLE, "start"): State.RUNNING,
        (State.RUNNING, "pause"): State.PAUSED,
        (State.PAUSED, "start"): State.RUNNING,
        (State.RUNNING, "finish"): State.DONE,
    }

    def __init__(self):
        self.state = State.IDLE
        self.log = []

    def __getattr__(self, action):
        if action.startswith("_"):
            raise AttributeError(action)

        def perform():
            try:
                self.state, old = self.TRANSITIONS[self.state, action], self.state
            except KeyError:
                raise RuntimeError(f"cannot {action} while {self.state.name.lower()}") from None
            self.log.append(f"{old.name}->{self.state.name}")
            return self

        return perform


m = Machine()
m.start().pause().start()
print(m.state, m.log)
try:
    m.stop()
except RuntimeError as error:
    print(error)
m.finish()
print(m.log[-1], m.state is State.DONE, sorted({s.name for s, _ in Machine.TRANSITIONS}))
m.start()
