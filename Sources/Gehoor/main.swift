import ArgumentParser
import Configuration
print("gehoor")
