"""A client of the API: one connection, kept open, that says what came back."""
import http.client
import json
import time

# The server ends connections that rest; one that rested this long, in seconds, is not used again.
REST = 5


class API:
    def __init__(self, port, token):
        self.port = port
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.connection, self.used = None, 0

    def ask(self, method, path, value=None, **headers):
        """Status and JSON of an answer. Throws what the connection throws; the next call opens a new one."""
        if time.monotonic() - self.used > REST:
            self.close()
        self.used = time.monotonic()
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = None if value is None else json.dumps(value).encode()
        try:
            self.connection.request(method, "/api/v1" + path, body, self.headers | headers)
            answer = self.connection.getresponse()
            data = answer.read()
        except Exception:
            self.close()
            raise
        return answer.status, json.loads(data) if data else None

    def register(self, **fields):
        """The complaint that was registered. Fails unless the answer is 201."""
        status, complaint = self.ask("POST", "/complaints", sample(**fields))
        assert status == 201, f"{status}: {complaint}"
        return complaint

    def act(self, number, act, value=None):
        status, complaint = self.ask("POST", f"/complaints/{number}/{act}", value or {})
        assert status == 200, f"{act}: {status}: {complaint}"
        return complaint

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def sample(**fields):
    """A complaint as it is sent, with what is given put over it."""
    value = {
        "channel": "phone",
        "story": "De monteur zou tussen acht en twaalf komen. Ik heb de hele ochtend gewacht, maar er kwam niemand en niemand belde af.",
        "customer": {"name": "Truus de Boer", "email": "truus@deboer.invalid", "phone": "06 12 34 56 78"},
    }
    return value | fields
