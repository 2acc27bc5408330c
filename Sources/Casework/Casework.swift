import Crypto
import CryptoExtras
import Mustache
