"""tokens.py FOLDER PORT CHECK-PORT: an OAuth2 token endpoint by TLS, with the certificate of FOLDER, and a plain address where Dovecot asks
whether a token is good. Tokens live as many seconds as FOLDER/life says (3600 when absent). Refresh tokens change at each use.
"""

import http.server
import json
import os
import ssl
import sys
import threading
import urllib.parse

folder, port, check_port = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
good = set()
state = {"count": 0, "refresh": "refresh-0"}


def life():
    try:
        with open(os.path.join(folder, "life")) as file:
            return json.loads(file.read())
    except OSError:
        return 3600


class Endpoint(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def reply(self, status, value):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        token = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query).get("token", [""])[0]
        self.reply(200, {"active": "true", "username": "jan"} if token in good else {"active": "false"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in urllib.parse.parse_qs(body).items()}
        if self.path == "/strange":
            return self.reply(200, b"<html>")
        if self.path == "/large":
            return self.reply(200, b"x" * (2 << 20))
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "https://localhost:1/")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if form.get("client_secret") != "geheim & gevaarlijk+":
            return self.reply(401, {"error": "invalid_client", "error_description": "Onbekend\r\nX-Evil: 1"})
        answer = {}
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] != state["refresh"]:
                return self.reply(400, {"error": "invalid_grant"})
            state["refresh"] = answer["refresh_token"] = f"refresh-{state['count'] + 1}"
        state["count"] += 1
        token = f"token-{state['count']}"
        good.add(token)
        self.reply(200, answer | {"access_token": token, "token_type": "Bearer", "expires_in": life()})


plain = http.server.ThreadingHTTPServer(("127.0.0.1", check_port), Endpoint)
threading.Thread(target=plain.serve_forever, daemon=True).start()
secure = http.server.ThreadingHTTPServer(("127.0.0.1", port), Endpoint)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(folder, "server.pem"), os.path.join(folder, "server.key"))
secure.socket = context.wrap_socket(secure.socket, server_side=True)
secure.serve_forever()
