import Hummingbird
import CAssets
